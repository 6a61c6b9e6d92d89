import type { Ledger, Outcome } from '#ledger/ledger.ts'
import type { LedgerEvent } from '#program/event.ts'
import { type EnrolmentCounts, enrolling } from './enrolling.ts'
import type { Gathered } from './gather.ts'
import { gatherings, type Survey } from './gatherings.ts'
import type { Profile } from './profile.ts'
import { counting, type Tally } from './tally.ts'
import type { TimeTerms } from './time-terms.ts'

export interface ImportOptions extends TimeTerms {
  readonly file: string
  readonly profile: Profile
  /** What reading the file beforehand told; that it could be read to its end. */
  readonly surveyed: Survey
  readonly ledger: Pick<Ledger, 'record' | 'memberByEmail'>
  /** By the key of the portal that will recognise the customers. */
  readonly emailHash: (address: string) => string
  /** Waits before what the database was too busy for is sent again. */
  readonly wait: (ms: number) => Promise<void>
  /** True once the import shall end after what is under way. */
  readonly stopped: () => boolean
  readonly progress: (rowsDone: number, rowsInAll: number) => void
}

export interface Imported {
  readonly tally: Tally
  /** Null where the profile enrols nobody. */
  readonly enrolments: EnrolmentCounts | null
  /** Data rows of the file, without the column names. */
  readonly rows: number
  /** Rows the import did not come to, because it was stopped or failed. */
  readonly rowsNotReached: number
  /** What ended it early; undefined when the file was worked through or the import was stopped. */
  readonly failure: unknown
}

/**
 * So many events are read before any is sent, and then sent customer by customer: what one customer did shares a few
 * transactions, and a transaction costs far more than an event in it. About 10 MB.
 */
const WINDOW = 20_000
/** Events that are sent at a time: few enough to stop soon. */
const SLICE = 500
const MOST_RETRIES = 5

/**
 * Records the events of a file that has been surveyed. Never throws: whatever happens, what is recorded is in the answer,
 * and importing again does no harm.
 */
export async function importFile(options: ImportOptions): Promise<Imported> {
  const { file, profile, surveyed, ledger, emailHash, progress, stopped } = options
  const count = counting()
  const enrol = enrolling({ source: profile.source, customers: surveyed.customers, ledger, emailHash, stopped })
  const window: Gathered[] = []
  const send = async () => {
    for (const slice of byCustomer(window.splice(0))) {
      if (stopped()) return
      const enrolments = enrol.next(slice.map(({ event }) => event.subject))
      const outcomes = await record([...enrolments, ...slice.map(({ event }) => event)], options)
      for (const [index, gathered] of slice.entries()) {
        const outcome = outcomes[enrolments.length + index] ?? 'retry'
        // What could not be stored any more when the import was stopped was not reached.
        if (outcome !== 'retry' || !stopped()) count.settle(gathered, outcome)
      }
      await enrol.settle(enrolments, outcomes)
      progress(count.rowsSettled(), surveyed.rows)
    }
  }
  let failure: unknown
  try {
    for await (const next of gatherings(file, profile, surveyed, options)) {
      if (stopped()) break
      if (next.kind === 'event') window.push(next.gathered)
      else if (next.kind === 'skipped') count.skip(next.row, next.reason)
      else count.reject(next)
      if (window.length >= WINDOW) await send()
    }
    await send()
  } catch (error) {
    // An interrupt from the keyboard reaches the embedded database too: what fails then was not under way any more.
    if (!stopped()) failure = error
  }
  return {
    tally: count.tally(),
    enrolments: profile.enrol ? enrol.counts() : null,
    rows: surveyed.rows,
    rowsNotReached: surveyed.rows - count.rowsSettled(),
    failure,
  }
}

/** In slices in which a customer's events stand together, each customer's in the order of the file. */
function* byCustomer(window: readonly Gathered[]): Generator<readonly Gathered[]> {
  let slice: Gathered[] = []
  for (const ofOne of Map.groupBy(window, ({ event }) => event.subject).values()) {
    slice.push(...ofOne)
    if (slice.length < SLICE) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}

/** Records events, and again those the database was too busy for, a few times and ever later. */
async function record(sent: readonly LedgerEvent[], { ledger, wait, stopped }: ImportOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [...(await ledger.record(sent))]
  for (let retry = 0; retry < MOST_RETRIES && outcomes.includes('retry') && !stopped(); retry++) {
    await wait(200 * 2 ** retry)
    const again = [...sent.entries()].filter(([index]) => outcomes[index] === 'retry')
    const answers = await ledger.record(again.map(([, event]) => event))
    for (const [place, [index]] of again.entries()) outcomes[index] = answers[place] ?? 'retry'
  }
  return outcomes
}
