/** The fields of an entry in which something personal can stand. */
export const PERSONAL = ['name', 'note', 'emailHash'] as const

/** What is left of an entry, or of what was sent as one, when those are gone. */
export function withoutPersonal<T extends object>(entry: T): Omit<T, (typeof PERSONAL)[number]> {
  const gone: ReadonlySet<string> = new Set(PERSONAL)
  return Object.fromEntries(Object.entries(entry).filter(([field]) => !gone.has(field))) as Omit<
    T,
    (typeof PERSONAL)[number]
  >
}
