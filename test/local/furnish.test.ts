import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '#ledger/client.ts'
import type { Ledger, Program } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { demoEditions } from '#local/demo-program.ts'
import { startDatabase } from '#local/dynoxide.ts'
import { furnish } from '#local/furnish.ts'
import { openForImport } from '#local/import/open-for-import.ts'
import { parseProfile } from '#local/import/profile.ts'
import { LOCAL_TABLE } from '#local/local-table.ts'
import type { LedgerEvent } from '#program/event.ts'

const NOW = Date.UTC(2026, 10, 20)
let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cleartier-furnish-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

/** As much of a ledger as furnishing asks for. */
function shelf(published: Program['published'] = []) {
  const told: LedgerEvent[] = []
  const editions = [...published]
  const ledger = {
    program: async () => ({ published: editions, rules: [] }),
    publish: async (edition: Program['published'][number]) => Boolean(editions.push(edition)),
    record: async (events: readonly LedgerEvent[]) => {
      told.push(...events)
      return events.map(() => 'recorded' as const)
    },
    redeem: async () => ({ kind: 'unknown_member' as const }),
  } as Partial<Ledger> as Ledger
  return { ledger, told }
}

const furnished = ({ ledger }: { ledger: Ledger }) =>
  furnish({
    ledger,
    ledgerAt: () => ledger,
    booksAt: () => ({ recordActuals: async () => [] }),
    dataDir,
    emailKey: new Uint8Array(32),
    now: () => NOW,
    tell: () => {},
  })

const mark = (isComplete: boolean) =>
  writeFileSync(join(dataDir, 'demo.json'), JSON.stringify({ toldFrom: NOW, isComplete }))

test('an empty house gets the demo program and its members', async () => {
  const house = shelf()
  expect((await furnished(house)).hasDemoMembers).toBe(true)
  expect(house.told.length).toBeGreaterThan(20_000)
})

test('a house that has a program and no mark of the demo has members of its own, and none are added', async () => {
  const house = shelf(await demoEditions())
  expect((await furnished(house)).hasDemoMembers).toBe(false)
  expect(house.told).toEqual([])
})

test('a telling that was interrupted is taken up again, one that is complete is not', async () => {
  mark(false)
  const interrupted = shelf(await demoEditions())
  expect((await furnished(interrupted)).hasDemoMembers).toBe(true)
  expect(interrupted.told.length).toBeGreaterThan(20_000)
  const complete = shelf(await demoEditions())
  expect((await furnished(complete)).hasDemoMembers).toBe(true)
  expect(complete.told).toEqual([])
})

const profile = parseProfile(
  `{ about: x, source: s, id: A, subject: { column: B }, time: { column: C, format: RFC 3339 }, currency: GBP,
     amount: { column: D }, enrol: { email: "{B}@customers.example" }, rows: [{ as: purchase }] }`,
  'mine',
)

test('nothing is imported beside demo members of whom only a part is told', async () => {
  mark(false)
  await expect(openForImport({ DATA_DIR: dataDir }, profile)).rejects.toThrow('Start it once to its end')
})

test('an import in another currency leaves an empty folder empty, so that the demo can still move in', async () => {
  const euros = openForImport({ DATA_DIR: dataDir, DYNAMODB_ENDPOINT: '' }, { ...profile, currency: 'EUR' })
  await expect(euros).rejects.toThrow("The profile's amounts are in EUR, the program counts in GBP.")
  const { endpoint, stop } = await startDatabase({ dataDir })
  const ledger = openLedger({ client: connect({ endpoint }), table: LOCAL_TABLE, now: () => NOW })
  expect((await ledger.program()).published).toEqual([])
  await stop()
})

test('nobody is enrolled without the key by which the portal will recognise them', async () => {
  const env = { DYNAMODB_ENDPOINT: 'http://127.0.0.1:1' }
  await expect(openForImport(env, profile)).rejects.toThrow('recognised by a key that is kept beside the data')
})
