import type { Booked } from '../books.ts'
import { bookedId } from './booked-id.ts'
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
      lastEntry = bookedId(one)
      firstEntry ??= lastEntry
      const edition = editionOf(one)
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

/** The edition under which a use was granted, of all that follows from it too. */
function editionOf(booked: Booked): number | undefined {
  switch (booked.kind) {
    case 'redemption':
      return booked.redemption.edition
    case 'reversal':
      return booked.reversal.edition
    case 'true-up':
      return booked.trueUp.edition
    case 'event':
    case 'actual':
      return undefined
    default:
      return booked satisfies never
  }
}
