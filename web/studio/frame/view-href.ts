/** The address of a screen, of one draft if it is about one. */
export const viewHref = (view: string, draft: string | null = null): string =>
  `/studio?${new URLSearchParams({ view, ...(draft !== null && { draft }) })}`
