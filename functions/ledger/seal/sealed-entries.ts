import type { Booked } from '../books.ts'
import type { Checkpoint } from './checkpoint.ts'
import { entryLine } from './entry-line.ts'
import type { Leaf } from './leaf.ts'
import { growingRoot, leafHash } from './merkle.ts'

/** What entries came to, once the last of them has gone by. */
export interface Tally {
  /** 32 bytes for each. */
  readonly hashes: () => Buffer
  readonly sums: () => Pick<Checkpoint, 'size' | 'root' | 'firstEntry' | 'lastEntry' | 'editions'>
}

const CHUNK_CHARACTERS = 65_536

/** The lines of a month's archive as its entries go by, and what they come to. */
export function sealedEntries(
  booked: AsyncIterable<Booked>,
  leafOf: (booked: Booked) => Leaf,
): Tally & { readonly content: AsyncIterable<Uint8Array> } {
  const tree = growingRoot()
  const hashes: Buffer[] = []
  const editions = new Set<number>()
  let firstEntry: string | null = null
  let lastEntry: string | null = null

  async function* content() {
    let text = ''
    for await (const one of booked) {
      const leaf = leafOf(one)
      const hash = leafHash(leaf.text)
      tree.add(hash)
      hashes.push(hash)
      const { id, edition } = namesOf(one)
      firstEntry ??= id
      lastEntry = id
      if (edition !== undefined) editions.add(edition)
      text += `${entryLine(leaf)}\n`
      if (text.length < CHUNK_CHARACTERS) continue
      yield Buffer.from(text)
      text = ''
    }
    if (text !== '') yield Buffer.from(text)
  }

  return {
    content: content(),
    hashes: () => Buffer.concat(hashes),
    sums: () => ({
      ...{ size: tree.size(), root: tree.root().toString('hex'), firstEntry, lastEntry },
      editions: [...editions].sort((one, other) => one - other),
    }),
  }
}

/** The id that the entry's leaf has, and the edition that it names. */
function namesOf(booked: Booked): { readonly id: string; readonly edition?: number } {
  switch (booked.kind) {
    case 'event':
      return { id: booked.entry.id }
    case 'redemption':
      return booked.redemption
    case 'reversal':
      return booked.reversal
    case 'actual':
      return { id: booked.actual.id }
    case 'true-up':
      return booked.trueUp
    default:
      return booked satisfies never
  }
}
