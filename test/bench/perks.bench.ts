import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { useEntry } from '#ledger/cost-entry-of.ts'
import { costPlace } from '#ledger/cost-total.ts'
import { type Item, keyOf, memberPk, orderPk, redemptionPk } from '#ledger/keys.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import type { RedemptionRequest } from '#ledger/redemption.ts'
import { itemSize, transactionWriteUnits } from '#local/costs/measure/item-size.ts'
import type { Purchase } from '#program/event.ts'
import { decide } from '#program/perks/decide.ts'
import { type Perk, perksOf } from '#program/perks/perk.ts'
import { afterUse, type Uses } from '#program/perks/uses.ts'
import { monthOf } from '#program/zone.ts'
import { COSTS, edition } from '../ledger/perk-shop.ts'
import { type Bed, onBed } from './bed.ts'
import type { Bench, Figure } from './figure.ts'

const NOW = Date.UTC(2026, 5, 15, 12)
const ZONE = 'Europe/London'
const MONTHS = 24
const ROUNDS = 5
const DECISIONS = 200_000

/** Decisions a second on one core, about the perks of the shop by turns: all of them, and those limited by calendar. */
function decisionFigures(): Figure[] {
  const perks = perksOf(edition(1, '2026-01').document)
  const limited = perks.filter(({ id }) => id === 'wrap' || id === 'lounge')
  return [
    { what: 'Decisions a second on one core, all perks by turns', ...decisionsASecond(perks) },
    { what: 'Decisions a second on one core, perks limited by month or year', ...decisionsASecond(limited) },
  ]
}

function decisionsASecond(perks: readonly Perk[]) {
  const uses: Uses = afterUse(afterUse(null, NOW - 1_000, ZONE), NOW, ZONE)
  const holder = { rank: 1, uses, timeZone: ZONE }
  const basket = { amountMinor: 6_000, categories: ['suits'], usedInOrder: 0 }
  let best = 0
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    for (let count = 0; count < DECISIONS; count++) {
      const perk = perks[count % perks.length]
      // Every decision has an instant of its own, so nothing can be answered from the one before.
      if (perk) decide(perk, holder, basket, NOW + count * 60_000)
    }
    best = Math.max(best, DECISIONS / ((performance.now() - start) / 1000))
  }
  return { value: Math.round(best), unit: 'a second', atLeast: 300_000 }
}

function purchase(number: number): Purchase {
  const time = Date.UTC(2026, 5 - (number % MONTHS), 10)
  return { type: 'purchase', source: 's', id: `o-${number}`, subject: 'm-1', time, amountMinor: 5_990, units: 3 }
}

const redemption = (key: string, perk: string): RedemptionRequest => ({
  ...{ key, sender: 'till-1', member: 'm-1', perk },
  basket: { amountMinor: 6_000, categories: ['suits'], order: 'order-1001' },
})

async function redemptionFigures(bed: Bed): Promise<Figure[]> {
  const ledger = openLedger({ client: bed.client, table: bed.table, now: () => NOW, timeZone: ZONE })
  await ledger.publish(edition(1, '2026-01'), COSTS)
  await ledger.record(Array.from({ length: MONTHS }, (_, number) => purchase(number)))
  for (const perk of ['coffee', 'wrap', 'lounge', 'delivery', 'hem', 'sample'])
    await ledger.redeem(redemption(perk, perk))
  let calls = 0
  const countCall = (next: (args: never) => Promise<never>) => (args: never) => {
    calls++
    return next(args)
  }
  bed.client.middlewareStack.add(countCall as never, { step: 'initialize', name: 'countCalls' })
  const figures: Figure[] = []
  for (const [perk, what] of [
    ['coffee', ''],
    ['sample', ' of a perk limited by order'],
  ] as const) {
    calls = 0
    const answer = await ledger.redeem(redemption(`counted ${perk}`, perk))
    if (answer.kind !== 'granted') throw new Error(`${perk} was not granted: ${answer.kind}.`)
    figures.push({ what: `Redemption${what}: calls`, value: calls, unit: '', atMost: 2 })
    const { pk, sk } = costPlace(useEntry(answer.redemption, (time) => monthOf(time, ZONE)))
    const items = [
      await read(bed, redemptionPk(answer.redemption.id)),
      await read(bed, memberPk('m-1')),
      await read(bed, pk, sk),
      ...(perk === 'sample' ? [await read(bed, orderPk('m-1', 'sample', 'order-1001'))] : []),
    ]
    const value = transactionWriteUnits(items.map(itemSize))
    figures.push({ what: `Redemption${what}: write units, ${MONTHS} months`, value, unit: '', atMost: 8 })
  }
  const size = itemSize(await read(bed, memberPk('m-1')))
  return [...figures, { what: `Member item, ${MONTHS} months and 6 perks used`, value: size, unit: 'bytes' }]
}

async function read({ client, table }: Bed, pk: string, sk?: string): Promise<Item> {
  const { Item = {} } = await client.send(new GetItemCommand({ TableName: table, Key: { ...keyOf(pk, sk) } }))
  return Item
}

export const bench: Bench = {
  name: 'Perks',
  run: async () => [...decisionFigures(), ...(await onBed(redemptionFigures))],
}
