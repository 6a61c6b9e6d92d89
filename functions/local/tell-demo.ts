import { emailHash } from '#http/email-hash.ts'
import type { Books } from '#ledger/books.ts'
import { inParallel } from '#ledger/in-parallel.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Redemption } from '#ledger/redemption.ts'
import type { LedgerEvent } from '#program/event.ts'
import { calendarOf } from './demo-data/calendar.ts'
import { parcelInvoices } from './demo-data/parcel-invoices.ts'
import { usesOf } from './demo-data/perk-uses.ts'
import { demoEvents } from './demo-data.ts'
import { type Storyteller, tellLife, tooBusy } from './tell-life.ts'

export interface TellOptions {
  readonly ledger: Pick<Ledger, 'program'>
  /**
   * The same ledger by another clock, where what shops report is recorded as though it had been reported when it happened:
   * so months of the past can be closed, and each use is decided as it would have been then.
   */
  readonly ledgerAt: (clock: () => number) => Pick<Ledger, 'record' | 'redeem' | 'reverse'>
  /** The books by that clock. */
  readonly booksAt: (clock: () => number) => Pick<Books, 'recordActuals'>
  readonly emailKey: Uint8Array
  readonly tell: (line: string) => void
}

/** Lives told side by side. */
const LANES = 8
/** Events from one line of progress to the next. */
const PART = 5000

/** Tells the demo shop's past up to an instant (epoch milliseconds): its members' lives, and what a carrier charged. */
export async function tellDemo(options: TellOptions, toldFrom: number): Promise<void> {
  const { ledger, ledgerAt, emailKey, tell } = options
  const timeZone = (await ledger.program()).rules[0]?.timeZone ?? 'UTC'
  const calendar = calendarOf(toldFrom, timeZone)
  const events = demoEvents({ now: toldFrom, timeZone, emailHash: (email) => emailHash(email, emailKey) })
  const idle = Array.from({ length: LANES }, () => storyteller(ledgerAt, toldFrom))
  const granted: Redemption[] = []
  let told = 0
  await inParallel(LANES, livesIn(events), async (life) => {
    const teller = idle.pop() ?? storyteller(ledgerAt, toldFrom)
    granted.push(...(await tellLife(teller, life, usesOf(life, calendar), toldFrom)))
    idle.push(teller)
    const before = told
    told += life.length
    if (Math.floor(before / PART) === Math.floor(told / PART) && told < events.length) return
    tell(`Telling the demo shop's past: ${told} of ${events.length} events, ${granted.length} uses of perks`)
  })
  for (const { cameAt, lines } of parcelInvoices(granted, calendar)) {
    const outcomes = await options.booksAt(() => cameAt).recordActuals(lines)
    if (outcomes.some(({ kind }) => kind === 'retry')) throw tooBusy()
  }
}

const livesIn = (events: readonly LedgerEvent[]) => [...Map.groupBy(events, ({ subject }) => subject).values()]

function storyteller(ledgerAt: TellOptions['ledgerAt'], clock: number): Storyteller {
  const teller: Storyteller = { clock, ledger: ledgerAt(() => teller.clock) }
  return teller
}
