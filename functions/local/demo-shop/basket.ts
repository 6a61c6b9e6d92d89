import { SHELVES } from '../demo-data/articles.ts'

/** An article that lies in the basket of the demo shop when its page is opened. */
export interface BasketLine {
  readonly name: string
  readonly category: string
  readonly priceMinor: number
  readonly pieces: number
}

/** Two small things at first; the shirt and the coat are there to be added. */
const PIECES: Readonly<Record<string, number>> = { Scarf: 1, Handkerchiefs: 1, 'Oxford shirt': 0, 'Wool coat': 0 }

const articles = Object.values(SHELVES).flat()

export const BASKET: readonly BasketLine[] = Object.entries(PIECES).flatMap(([name, pieces]) =>
  articles.filter((article) => article.name === name).map((article) => ({ ...article, pieces })),
)

export const totalMinor = (lines: readonly BasketLine[]): number =>
  lines.reduce((sum, { priceMinor, pieces }) => sum + priceMinor * pieces, 0)

/** The categories of what is in the basket, each once. */
export const categoriesIn = (lines: readonly BasketLine[]): readonly string[] => [
  ...new Set(lines.filter(({ pieces }) => pieces > 0).map(({ category }) => category)),
]
