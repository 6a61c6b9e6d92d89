import { BatchWriteItemCommand, type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { MemberCase } from '#ledger/impact-book.ts'
import { inParallel } from '#ledger/in-parallel.ts'
import { type Item, keyOf, memberPk } from '#ledger/keys.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { openPress } from '#ledger/open-press.ts'
import type { Redemption } from '#ledger/redemption.ts'
import { redemptionItem } from '#ledger/redemption-item.ts'
import { demoEditions, publishDemoProgram } from '#local/demo-program.ts'
import type { LedgerEvent } from '#program/event.ts'
import { memberImpact } from '#program/impact/member-impact.ts'
import { merge, NO_TALLY } from '#program/impact/tally.ts'
import { monthOf } from '#program/zone.ts'
import { impactSubject } from '#studio/impact-subject.ts'
import { programState } from '#studio/program-state.ts'
import { goOn, isDone } from '#studio/run-impact.ts'
import { purchase } from '../ledger/events.ts'
import { draft as draftOf } from '../ledger/fresh-press.ts'
import { asking } from '../studio/impact-steps.ts'
import { type Bed, onBed } from './bed.ts'
import type { Bench, Figure } from './figure.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const MEMBERS = 10_000
const ORDERS = 6
const USES = 3
const BUDGET_MS = 4_000

/** `POST /studio/drafts/{id}/impact` until it is done, and its phases: reading, and working out. */
async function impactFigures({ client, table }: Bed): Promise<readonly Figure[]> {
  const ledger = openLedger({ client, table, now: () => NOW })
  await publishDemoProgram(ledger)
  for (let from = 0; from < MEMBERS; from += 100) await ledger.record(purchasesFrom(from, 100))
  await putUses(client, table)
  const press = openPress({ client, table, now: () => NOW })
  const latest = (await demoEditions()).at(-1)
  if (!latest) throw new Error('The demo has an edition.')
  const document = asking(latest.document, { silver: '300.00', gold: '900.00' })
  const draft = draftOf({ document, base: { edition: 2, revision: 1 } })
  const subject = impactSubject(draft, await programState(press), await ledger.costs(2), NOW)

  let units = 0
  const countUnits =
    (next: (args: never) => Promise<{ output: { ConsumedCapacity?: { CapacityUnits?: number } } }>) =>
    async (args: never) => {
      const answer = await next(args)
      units += answer.output.ConsumedCapacity?.CapacityUnits ?? 0
      return answer
    }
  const askUnits =
    (next: (args: never) => Promise<never>) => (args: { input: { ReturnConsumedCapacity?: string } }) => {
      args.input.ReturnConsumedCapacity = 'TOTAL'
      return next(args as never)
    }
  client.middlewareStack.add(askUnits as never, { step: 'initialize', name: 'askUnits' })
  client.middlewareStack.add(countUnits as never, { step: 'initialize', name: 'countUnits' })

  const begun = performance.now()
  let calls = 0
  for (let done = false; !done; calls++) {
    done = isDone(await goOn(press.impacts, subject, NOW, { budgetMs: BUDGET_MS, clock: () => performance.now() }))
  }
  const seconds = (performance.now() - begun) / 1000
  const unitsOfRun = units
  const all = await readAll(press.impacts)
  const workBegun = performance.now()
  all.cases.map(({ sums, uses }) => memberImpact(sums, uses, subject.comparison).tally).reduce(merge, NO_TALLY)
  const working = (performance.now() - workBegun) / 1000
  return [
    {
      what: `${MEMBERS} members, ${ORDERS} orders and ${USES} uses each: in all`,
      value: tenths(seconds),
      unit: 's',
      atMost: 20,
    },
    { what: 'of these, reading members and their uses', value: tenths(all.seconds), unit: 's' },
    { what: 'of these, working it out', value: tenths(working), unit: 's' },
    { what: `calls of ${BUDGET_MS / 1000} s`, value: calls, unit: '' },
    { what: 'units of the database, nearly all of them for reading', value: Math.round(unitsOfRun), unit: '' },
  ]
}

async function readAll(impacts: ReturnType<typeof openPress>['impacts']) {
  const begun = performance.now()
  const cases: MemberCase[] = []
  let cursor: string | null = null
  do {
    const page = await impacts.cases(cursor, 0, 'Europe/London')
    cases.push(...page.cases)
    cursor = page.cursor
  } while (cursor !== null)
  return { cases, seconds: (performance.now() - begun) / 1000 }
}

const purchasesFrom = (from: number, members: number): LedgerEvent[] =>
  Array.from({ length: members * ORDERS }, (_, index) => {
    const member = from + Math.floor(index / ORDERS)
    const time = Date.UTC(2026, 5 - ((member + 2 * index) % 14), 10)
    return purchase(`o-${member}-${index % ORDERS}`, {
      subject: `m-${member}`,
      time,
      amountMinor: (member * 37) % 30_000,
    })
  })

/** Uses as redeeming stores them, in bulk, and their count with the members. */
async function putUses(client: DynamoDBClient, table: string): Promise<void> {
  const items: Item[] = Array.from({ length: MEMBERS * USES }, (_, index) => {
    const member = `m-${Math.floor(index / USES)}`
    const redemption: Redemption = {
      ...{
        kind: 'redemption',
        id: `r-${index}`,
        salt: '0'.repeat(32),
        member,
        perk: 'free-delivery',
        sender: 'till-1',
      },
      ...{
        tier: 'silver',
        edition: 2,
        at: Date.UTC(2026, (index % USES) * 2, 3),
        basket: { amountMinor: 6_000, categories: [] },
      },
      ...{ worthMinor: 495, costMinor: 320, usesBefore: null, usedInOrder: null, left: null },
    }
    return redemptionItem(redemption, monthOf(redemption.at, 'Europe/London'))
  })
  for (let from = 0; from < items.length; from += 25) {
    const puts = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }))
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }))
  }
  const counted = Array.from({ length: MEMBERS }, (_, member) => ({ ...keyOf(memberPk(`m-${member}`)) }))
  await inParallel(16, counted, async (Key) => {
    const UpdateExpression = 'SET redemptions = :uses'
    const ExpressionAttributeValues = { ':uses': { N: String(USES) } }
    await client.send(new UpdateItemCommand({ TableName: table, Key, UpdateExpression, ExpressionAttributeValues }))
  })
}

const tenths = (seconds: number) => Math.round(seconds * 10) / 10

export const bench: Bench = { name: 'Impact', run: () => onBed(impactFigures) }
