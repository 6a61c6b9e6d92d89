import type { Checkpoint } from './checkpoint.ts'
import type { ReadLine } from './entry-line.ts'
import type { Finding } from './finding.ts'
import { HASH_BYTES, placeOf } from './merkle.ts'

/** Where the entries first part from the list of hashes, and what of the two is found elsewhere. */
export interface Parting {
  /** From 0. */
  readonly index: number
  /** The id of the entry that stands there, and of the one before; null where there is none. */
  readonly id: string | null
  readonly before: string | null
  /** Where the list has the entry that stands there; null where nowhere, or where no entry stands. */
  readonly belongsAt: number | null
  /** Whether that entry comes again further on. */
  readonly comesAgain: boolean
  /** Where the entry stands that belongs here, further on; null where it does not, or where none belongs. */
  readonly foundAt: number | null
  /** How many entries there are, and how many hashes. */
  readonly entries: number
  readonly listed: number
}

interface Finder {
  /** Meets the entries in their order. */
  meet(index: number, read: ReadLine): void
  /** The place of the first that parted so far. */
  first(): number | undefined
  /** What parted first, when all entries have been met; undefined when nothing did. */
  end(entries: number): Parting | undefined
}

export function firstParting(hashes: Buffer): Finder {
  const listed = Math.floor(hashes.length / HASH_BYTES)
  const at = (index: number) => hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES)
  let parted: { index: number; id: string | null; hash: Buffer; before: string | null } | undefined
  let before: string | null = null
  let comesAgain = false
  let foundAt: number | null = null
  return {
    meet(index, { hash, id }) {
      if (parted) {
        comesAgain ||= hash.equals(parted.hash)
        if (foundAt === null && hash.equals(at(parted.index))) foundAt = index
      } else if (!hash.equals(at(index))) {
        parted = { index, id, hash, before }
      }
      before = id
    },
    first: () => parted?.index,
    end(entries) {
      if (!parted && entries >= listed) return undefined
      const { hash, ...place } = parted ?? { index: entries, id: null, hash: undefined, before }
      return { ...place, belongsAt: hash ? placeOf(hash, hashes) : null, comesAgain, foundAt, entries, listed }
    },
  }
}

/** What that means, when the list is the one that was signed. */
export function partingFinding(parting: Parting, checkpoint: Checkpoint): Finding {
  const { index, id, belongsAt, comesAgain, foundAt, entries, listed } = parting
  const place = index + 1
  const named = id === null ? 'What stands' : `The entry ${id}`
  if (index >= listed) {
    const detail = `${named} at place ${place} was added: only ${listed} entries were signed.`
    return { what: 'entry_added', place, entry: id, detail }
  }
  if (index >= entries) return dropped(parting, listed - index, checkpoint)
  const belongsLater = belongsAt !== null && belongsAt > index && !comesAgain
  if (belongsLater && foundAt === null) return dropped(parting, belongsAt - index, checkpoint)
  if (belongsLater) {
    const detail = `The entries are not in the order in which they were signed: ${id} stands at place ${place} and belongs at place ${belongsAt + 1}.`
    return { what: 'entries_swapped', place, entry: id, detail }
  }
  if (foundAt !== null) {
    const copy = belongsAt === null ? '' : ` It is a copy of the one at place ${belongsAt + 1}.`
    return { what: 'entry_added', place, entry: id, detail: `${named} at place ${place} was added.${copy}` }
  }
  return { what: 'entry_changed', place, entry: id, detail: `${named} at place ${place} was changed.` }
}

/** The list knows the missing entry by its hash alone; those at both ends are named by the checkpoint. */
function dropped({ index, id, before }: Parting, count: number, checkpoint: Checkpoint): Finding {
  const { size, firstEntry, lastEntry } = checkpoint
  const place = index + 1
  const entry = index === 0 ? firstEntry : place === size ? lastEntry : null
  const between =
    before && id ? `, between ${before} and ${id}` : before ? `, after ${before}` : id ? `, before ${id}` : ''
  const name = entry ? ` ${entry}` : ''
  const detail =
    count === 1
      ? `The entry${name} at place ${place} is missing${between}.`
      : `${count} entries are missing from place ${place} on${between}${entry ? `, first ${entry}` : ''}.`
  return { what: 'entry_dropped', place, entry, detail }
}
