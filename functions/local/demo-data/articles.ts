/** What Fairweather sells. Prices are pence. */
export interface Article {
  readonly name: string
  readonly category: Category
  readonly priceMinor: number
}

export type Category = 'suits' | 'shirts' | 'dresses' | 'coats' | 'knitwear' | 'shoes' | 'accessories'

type Shelf = readonly [Article, ...Article[]]

const shelf = (category: Category, first: [string, number], ...others: [string, number][]): Shelf => {
  const article = ([name, priceMinor]: [string, number]): Article => ({ name, category, priceMinor })
  return [article(first), ...others.map(article)]
}

export const SHELVES: Readonly<Record<Category, Shelf>> = {
  suits: shelf('suits', ['Two-piece suit', 34500], ['Linen suit', 28900], ['Blazer', 18500], ['Wool trousers', 9500]),
  shirts: shelf('shirts', ['Oxford shirt', 5500], ['Linen shirt', 6200], ['Poplin shirt', 4800], ['T-shirt', 1950]),
  dresses: shelf('dresses', ['Summer dress', 7900], ['Shirt dress', 8900], ['Evening dress', 16500], ['Skirt', 5200]),
  coats: shelf('coats', ['Wool coat', 22500], ['Raincoat', 13900], ['Quilted jacket', 9800]),
  knitwear: shelf('knitwear', ['Merino jumper', 6900], ['Cardigan', 7500], ['Cashmere jumper', 13500], ['Vest', 3900]),
  shoes: shelf('shoes', ['Derby shoes', 12900], ['Loafers', 9900], ['Canvas shoes', 4900], ['Boots', 14900]),
  accessories: shelf(
    'accessories',
    ['Merino socks', 1250],
    ['Scarf', 2900],
    ['Belt', 3400],
    ['Gloves', 2700],
    ['Tie', 2400],
    ['Handkerchiefs', 950],
  ),
}
