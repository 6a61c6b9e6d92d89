/** What lies in a store of pages, for whoever tidies it. Files go by their names as in `PageStore`. */
export interface Shelf {
  /** The site that is served; undefined before there is one. */
  served(): Promise<string | undefined>
  /** Every site that was put down. */
  sites(): Promise<readonly Shelved[]>
  /** The hashed files, which all sites share. */
  hashed(): Promise<readonly Shelved[]>
  /** The text of every file of a site. */
  textsOf(site: string): Promise<readonly string[]>
  /** The text of a hashed file. */
  textOf(file: string): Promise<string>
  removeSite(site: string): Promise<void>
  removeHashed(file: string): Promise<void>
}

/** A site or a file, and when it was put down last (epoch milliseconds). */
export interface Shelved {
  readonly name: string
  readonly putAt: number
}
