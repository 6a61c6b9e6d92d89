import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Ledger, Outcome } from '#ledger/ledger.ts'
import { demoEditions } from '#local/demo-program.ts'
import { furnish } from '#local/furnish.ts'
import type { PublishedEdition } from '#program/document.ts'
import { editionOf } from '#program/edition.ts'
import { identityOf, type LedgerEvent, sameContent } from '#program/event.ts'

const TODAY = Date.UTC(2026, 10, 20, 10)
const DAY = 86_400_000

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'furnish-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

/** A ledger that keeps its events in memory and is too busy from the given call on. */
function memoryLedger() {
  const editions: PublishedEdition[] = []
  const events = new Map<string, LedgerEvent>()
  const house = { isBusyFrom: Number.POSITIVE_INFINITY, calls: 0 }
  const keep = (event: LedgerEvent): Outcome => {
    const known = events.get(identityOf(event))
    if (known) return sameContent(known, event) ? 'duplicate' : 'conflict'
    events.set(identityOf(event), event)
    return 'recorded'
  }
  const ledger = {
    program: async () => ({
      published: editions,
      rules: editions.map((one) => editionOf({ ...one.document, ...one })),
    }),
    publish: async (edition: PublishedEdition) => {
      if (editions.some((one) => one.edition === edition.edition)) return false
      editions.push(edition)
      return true
    },
    record: async (given: readonly LedgerEvent[]) =>
      ++house.calls >= house.isBusyFrom ? given.map((): Outcome => 'retry') : given.map(keep),
  }
  return { ledger: ledger as unknown as Ledger, events, house }
}

const settings = (ledger: Ledger, at: number) => ({
  ledger,
  dataDir,
  emailKey: new Uint8Array(32),
  now: () => at,
  tell: () => {},
})

test('an empty house gets its program and its demo members, once', async () => {
  const { ledger, events, house } = memoryLedger()
  expect(await furnish(settings(ledger, TODAY))).toMatchObject({ edition: 2 })
  expect(events.size).toBeGreaterThan(20_000)
  const { calls } = house
  await furnish(settings(ledger, TODAY + 30 * DAY))
  expect(house.calls).toBe(calls)
})

test('a start that was interrupted is taken up where it was, also on another day, without a conflict', async () => {
  const { ledger, events, house } = memoryLedger()
  house.isBusyFrom = 3
  await expect(furnish(settings(ledger, TODAY))).rejects.toThrow('Start again in a minute')
  const begun = new Map(events)
  house.isBusyFrom = Number.POSITIVE_INFINITY
  await furnish(settings(ledger, TODAY + DAY))
  const whole = memoryLedger()
  rmSync(join(dataDir, 'demo.json'))
  await furnish(settings(whole.ledger, TODAY))
  expect([...events.keys()].sort()).toEqual([...whole.events.keys()].sort())
  expect([...begun].every(([identity, event]) => events.get(identity) === event)).toBe(true)
  expect([...whole.events].every(([identity, event]) => sameContent(events.get(identity) as LedgerEvent, event))).toBe(
    true,
  )
})

test('a house with a program of its own stays as it is', async () => {
  const { ledger, events } = memoryLedger()
  const [first] = await demoEditions()
  if (first) await ledger.publish(first)
  expect(await furnish(settings(ledger, TODAY))).toMatchObject({ edition: 1 })
  expect(events.size).toBe(0)
})
