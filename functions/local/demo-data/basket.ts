import { type Article, type Category, SHELVES } from './articles.ts'
import type { Random } from './random.ts'

/** One order: its articles at the prices of the day. */
export interface Basket {
  readonly articles: readonly Article[]
  readonly amountMinor: number
  readonly categories: readonly Category[]
  /** What the member reads in the list of what was bought. */
  readonly note: string
}

/** Who shops: what they like, and how many articles they take at most. */
export interface Taste {
  readonly favourites: readonly [Category, ...Category[]]
  readonly mostArticles: number
}

/** January and July are sale months: a fifth off, as a whole penny. `monthOfYear` is 1 to 12. */
export function basketOf(random: Random, taste: Taste, monthOfYear: number): Basket {
  const sale = monthOfYear === 1 || monthOfYear === 7
  const articles = Array.from({ length: random.between(1, taste.mostArticles) }, () => {
    const shelf = SHELVES[random.chance(0.8) ? random.pick(taste.favourites) : 'accessories']
    const article = random.pick(shelf)
    return sale ? { ...article, priceMinor: Math.round(article.priceMinor * 0.8) } : article
  })
  return {
    articles,
    amountMinor: articles.reduce((sum, article) => sum + article.priceMinor, 0),
    categories: [...new Set(articles.map((article) => article.category))],
    note: articles.map((article) => article.name).join(', '),
  }
}
