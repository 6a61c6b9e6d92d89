import type { JSONWebKeySet } from 'jose'
import { type ArchivedMonth, wholeFile } from './archive.ts'
import { type Checkpoint, checkpointDigest, readCheckpoint } from './checkpoint.ts'
import { compareEntries } from './compare-entries.ts'
import { type Finding, findingOf } from './finding.ts'
import { readKeys } from './keys-file.ts'
import { linesOf } from './lines.ts'

/** What checking an archived month came to. */
export interface Verification {
  /** "2026-05"; null where there is no checkpoint to believe. */
  readonly month: string | null
  readonly entries: number
  /** As it was signed; null likewise. */
  readonly root: string | null
  /** The first thing that is wrong; null when all of it holds. */
  readonly finding: Finding | null
}

export interface Expectations {
  /** The keys to go by. Left out, the archive's own: whoever replaced all of it may have replaced those. */
  readonly keys?: JSONWebKeySet
  /** The month it has to be, and the signed checkpoint it has to have, where that is known from elsewhere. */
  readonly month?: string
  readonly checkpoint?: string
}

/**
 * Checks a month from its archive alone: the signature, the chain to the month before, every entry against the signed root,
 * and every figure for finance against its entry. One pass over the entries, with 32 bytes in memory for each.
 */
export async function verifyMonth(archived: ArchivedMonth, expected: Expectations = {}): Promise<Verification> {
  const jws = (await wholeFile(archived, 'checkpoint.jws'))?.toString().trim()
  if (jws === undefined) return unread(missing('checkpoint.jws'))
  const keys = expected.keys ?? (await readKeys(archived))
  if (!keys) return unread(missing('keys.json'))
  const checkpoint = await readCheckpoint(jws, keys)
  if (!checkpoint) return unread(findingOf('checkpoint_changed', UNSIGNED))
  const unexpected = unlike(expected, checkpoint, jws)
  const finding = unexpected ?? (await chainFinding(archived, checkpoint, keys))
  const { month, root } = checkpoint
  if (finding) return { month, root, entries: 0, finding }
  const [hashes, entries] = [await wholeFile(archived, 'hashes.bin'), await archived.read('entries.jsonl')]
  if (!hashes || !entries) return { month, root, entries: 0, finding: missing(hashes ? 'entries.jsonl' : 'hashes.bin') }
  return { month, root, ...(await compareEntries(linesOf(entries), hashes, checkpoint)) }
}

const UNSIGNED =
  'The checkpoint is not signed by the keys it is checked with: it was changed, or another key has signed it.'

const unread = (finding: Finding): Verification => ({ month: null, entries: 0, root: null, finding })

const missing = (file: string) => findingOf('file_missing', `There is no ${file} that could be read in the archive.`)

function unlike(expected: Expectations, { month }: Checkpoint, jws: string): Finding | null {
  if (expected.month !== undefined && expected.month !== month)
    return findingOf('checkpoint_changed', `The checkpoint is that of ${month}.`)
  if (expected.checkpoint !== undefined && expected.checkpoint !== jws)
    return findingOf(
      'checkpoint_changed',
      'The checkpoint is signed, but is not the one with which the month was closed.',
    )
  return null
}

async function chainFinding(
  archived: ArchivedMonth,
  { month, previous }: Checkpoint,
  keys: JSONWebKeySet,
): Promise<Finding | null> {
  const before = (await wholeFile(archived, 'previous.jws'))?.toString().trim()
  const broken = (why: string) => findingOf('chain_broken', `The chain to the month before ${month} is broken: ${why}`)
  if (!previous) return before === undefined ? null : broken('there should be none, and previous.jws is there.')
  if (before === undefined) return missing('previous.jws')
  if (checkpointDigest(before) !== previous.sha256) return broken('previous.jws is not the checkpoint that is named.')
  const checkpoint = await readCheckpoint(before, keys)
  if (!checkpoint) return broken('previous.jws is not signed by the keys it is checked with.')
  if (checkpoint.month !== previous.month) return broken(`previous.jws is the checkpoint of ${checkpoint.month}.`)
  return null
}
