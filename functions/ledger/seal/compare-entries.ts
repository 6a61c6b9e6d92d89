import type { Checkpoint } from './checkpoint.ts'
import { readLine } from './entry-line.ts'
import { type Finding, findingOf } from './finding.ts'
import { growingRoot, HASH_BYTES, rootOf } from './merkle.ts'
import { firstParting, type Parting, partingFinding } from './parting.ts'

/** How entries and the list of their hashes compare with what was signed. */
export interface Comparison {
  /** How many entries there are. */
  readonly entries: number
  readonly finding: Finding | null
}

/**
 * Goes through the entries once, and holds each against the list of hashes. If the list is the one that was signed, it says
 * of each entry whether it belongs where it stands; if it is not, the entries can only be judged together.
 */
export async function compareEntries(
  lines: AsyncIterable<string>,
  hashes: Buffer,
  checkpoint: Checkpoint,
): Promise<Comparison> {
  const isSigned = hashes.length === checkpoint.size * HASH_BYTES && rootOf(hashes).toString('hex') === checkpoint.root
  const parting = firstParting(hashes)
  const tree = growingRoot()
  let fault: Finding | undefined
  let entries = 0
  for await (const line of lines) {
    const read = readLine(line)
    if (read.fault && read.id && !fault && parting.first() === undefined) fault = faulty(read.fault, entries, read.id)
    parting.meet(entries, read)
    if (!isSigned) tree.add(read.hash)
    entries++
  }
  if (isSigned) {
    const first = parting.end(entries)
    return { entries, finding: fault ?? (first ? partingFinding(first, checkpoint) : null) }
  }
  const isWhole = entries === checkpoint.size && tree.root().toString('hex') === checkpoint.root
  const first = parting.end(entries)
  return { entries, finding: isWhole ? (fault ?? badList(first)) : unplaced(entries, checkpoint, first) }
}

const faulty = (fault: string, index: number, id: string): Finding => ({
  ...{ what: 'entry_changed', place: index + 1, entry: id },
  detail: `The entry ${id} at place ${index + 1} was changed. ${fault}`,
})

/** The entries are those that were signed, so the list is at fault. */
function badList(first: Parting | undefined): Finding {
  const detail = 'The entries are those that were signed; the list of their hashes (hashes.bin) was changed'
  if (!first) return findingOf('hashes_changed', `${detail}: it has bytes at its end that do not belong there.`)
  const place = first.index + 1
  return { what: 'hashes_changed', place, entry: first.id, detail: `${detail}, first at place ${place}.` }
}

/** Neither the entries nor the list are what was signed. */
function unplaced(entries: number, { size }: Checkpoint, first: Parting | undefined): Finding {
  if (first) {
    const place = first.index + 1
    const detail = `Neither the entries nor the list of their hashes are what was signed. They part first at place ${place}.`
    return { what: 'hashes_changed', place, entry: first.id, detail }
  }
  const together =
    'The list of hashes was made to agree with the entries, so the place cannot be told from this archive: ' +
    'compare it with another copy.'
  if (entries < size) return findingOf('entry_dropped', `${entries} of ${size} entries are left. ${together}`)
  if (entries > size) return findingOf('entry_added', `There are ${entries} entries instead of ${size}. ${together}`)
  return findingOf('entry_changed', `At least one entry was changed or moved. ${together}`)
}
