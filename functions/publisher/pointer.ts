/** What is needed to find a page: where its site was put down, and which files that has. */
export interface ServedSite {
  readonly site: string
  /** Without the hashed ones, which all sites share. */
  readonly files: readonly string[]
}

/** Says which site is served. Whoever changes it first reads its version, so that of two at once only one succeeds. */
export interface Pointer {
  version(): Promise<string>
  /** The name of the site that is served; undefined before there is one. */
  served(): Promise<string | undefined>
  /** Throws PublishError when somebody pointed elsewhere since that version; theirs stands. */
  point(served: ServedSite, version: string): Promise<void>
}
