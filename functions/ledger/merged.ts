import type { Change, Write } from './write.ts'

/**
 * The same writes, with what is only added to one item added up: a transaction writes no item twice. An absence that is
 * asked for twice is asked for once.
 */
export function merged(writes: readonly Write[]): readonly Write[] {
  const byPlace = new Map<string, Write>()
  for (const write of writes) {
    const place = JSON.stringify([write.pk, 'sk' in write ? (write.sk ?? '.') : '.'])
    const other = byPlace.get(place)
    byPlace.set(place, other ? both(other, write) : write)
  }
  return [...byPlace.values()]
}

function both(one: Write, other: Write): Write {
  if ('isAbsent' in one && 'isAbsent' in other) return one
  if (isSum(one) && isSum(other)) {
    const add = new Map(one.add)
    for (const [name, value] of other.add) add.set(name, (add.get(name) ?? 0n) + value)
    return { ...one, add }
  }
  throw new Error(`Two writes of ${one.pk} cannot be made one.`)
}

const isSum = (write: Write): write is Change => 'add' in write && write.set.size === 0 && write.asSeen.size === 0
