const LONGEST = 40

/**
 * An id for a new thing from its name, as ids stand in addresses: "Hairdresser’s choice" → "hairdressers-choice". What
 * is taken gets a number; a name without letters of the Latin alphabet is called after its kind ("tier").
 */
export function newId(name: string, kind: string, taken: readonly { readonly id: string }[]): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
  const id = letters.slice(0, LONGEST - 4).replaceAll(/^-+|-+$/g, '') || kind
  const isTaken = (candidate: string) => taken.some((thing) => thing.id === candidate)
  let number = 2
  if (!isTaken(id)) return id
  while (isTaken(`${id}-${number}`)) number++
  return `${id}-${number}`
}
