/** Anything of the document that has an id: tiers, perks, standards, plans. */
interface Thing {
  readonly id: string
}

/** The one with this id, changed; the others as they are. */
export const changed = <T extends Thing>(things: readonly T[], id: string, change: (thing: T) => T): readonly T[] =>
  things.map((thing) => (thing.id === id ? change(thing) : thing))

export const without = <T extends Thing>(things: readonly T[], id: string): readonly T[] =>
  things.filter((thing) => thing.id !== id)

/** With one more at a place; as it is when the id is taken. */
export const withNew = <T extends Thing>(things: readonly T[], thing: T, at = things.length): readonly T[] =>
  things.some(({ id }) => id === thing.id) ? things : things.toSpliced(at, 0, thing)

/** A thing with one of its texts said or, by an empty one, left out. */
export function withText<T extends object, Key extends keyof T>(thing: T, key: Key, text: string): T {
  if (text !== '') return { ...thing, [key]: text }
  return Object.fromEntries(Object.entries(thing).filter(([name]) => name !== key)) as T
}

/** A record without one of its keys. An id may be "__proto__": nothing is ever assigned. */
export const withoutKey = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

/** A record with one key set, at the place where it stood, else at the end. */
export function withKey<T>(record: Readonly<Record<string, T>>, key: string, value: T): Readonly<Record<string, T>> {
  if (!Object.hasOwn(record, key)) return Object.fromEntries([...Object.entries(record), [key, value]])
  return Object.fromEntries(Object.entries(record).map(([name, old]) => [name, name === key ? value : old]))
}
