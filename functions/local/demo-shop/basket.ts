import { SHELVES } from '../demo-data/articles.ts'

/** An article that lies in the basket of the demo shop when its page is opened. */
export interface BasketLine {
  readonly name: string
  readonly category: string
  readonly priceMinor: number
  readonly pieces: number
}

const { accessories, shirts, coats } = SHELVES

/** Two small things at first; the shirt and the coat are there to be added. */
export const BASKET: readonly BasketLine[] = [
  { article: accessories[1] ?? accessories[0], pieces: 1 },
  { article: accessories[5] ?? accessories[0], pieces: 1 },
  { article: shirts[0], pieces: 0 },
  { article: coats[0], pieces: 0 },
].map(({ article, pieces }) => ({ ...article, pieces }))

export const totalMinor = (lines: readonly BasketLine[]): number =>
  lines.reduce((sum, { priceMinor, pieces }) => sum + priceMinor * pieces, 0)

/** The categories of what is in the basket, each once. */
export const categoriesIn = (lines: readonly BasketLine[]): readonly string[] => [
  ...new Set(lines.filter(({ pieces }) => pieces > 0).map(({ category }) => category)),
]
