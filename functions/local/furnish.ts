import { emailHash } from '#http/email-hash.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { PublishedEdition } from '#program/document.ts'
import { demoEvents } from './demo-data.ts'
import { DEMO_PEOPLE } from './demo-people.ts'
import { publishDemoProgram } from './demo-program.ts'
import { SetupFault } from './setup-fault.ts'

export interface FurnishOptions {
  readonly ledger: Ledger
  readonly emailKey: Uint8Array
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly tell: (line: string) => void
}

/** Events handed over at once; each hand-over is a line of progress. */
const PART = 5000

/** Gives an empty house its program and its demo members; one that has them stays as it is. Returns the latest edition. */
export async function furnish({ ledger, emailKey, now, tell }: FurnishOptions): Promise<PublishedEdition> {
  await publishDemoProgram(ledger)
  const { published } = await ledger.program()
  const edition = published.at(-1)
  if (!edition) throw new SetupFault('The database took the demo program and does not give it back. Start anew.')
  if (!(await isFurnished(ledger))) await loadDemo({ ledger, emailKey, now, tell }, edition.document.timeZone)
  return edition
}

/** The last demo member is told last, so that a load that was interrupted is taken up again. */
async function isFurnished(ledger: Ledger): Promise<boolean> {
  const member = DEMO_PEOPLE.find((person) => person.member)?.member
  return member !== undefined && (await ledger.member(member)) !== undefined
}

async function loadDemo({ ledger, emailKey, now, tell }: FurnishOptions, timeZone: string): Promise<void> {
  const events = demoEvents({ now: now(), timeZone, emailHash: (email) => emailHash(email, emailKey) })
  for (let done = 0; done < events.length; done += PART) {
    const outcomes = await ledger.record(events.slice(done, done + PART))
    if (outcomes.includes('retry')) {
      throw new SetupFault('The database was too busy to take the demo data. Start again in a minute.')
    }
    tell(`Telling the demo shop's past: ${Math.min(done + PART, events.length)} of ${events.length} events`)
  }
}
