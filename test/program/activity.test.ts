import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countings } from '#program/activity.ts'
import type { LedgerEvent } from '#program/event.ts'
import { firstWords } from '#program/first-word.ts'
import { fold } from '#program/fold.ts'
import { spendOf } from '#program/measures.ts'
import { parseMonth } from '#program/month.ts'
import { arrivals, ZONES } from './lives.ts'

const at = (text: string) => Date.parse(`${text}T12:00:00Z`)
const bought = (id: string, day: string, amountMinor: number): LedgerEvent => ({
  type: 'purchase',
  source: 's',
  subject: 'm',
  id,
  time: at(day),
  amountMinor,
  units: 2,
})
const back = (id: string, day: string, amountMinor: number, purchase?: string): LedgerEvent => ({
  ...{ type: 'refund', source: 's', subject: 'm', id, time: at(day), amountMinor, units: 1 },
  ...(purchase === undefined ? {} : { purchase }),
})
const answers = (...events: LedgerEvent[]) => events.map((event) => countings(events, 'Europe/London').get(event))

describe('what an entry counts for', () => {
  test('a refund takes from the month of its purchase', () => {
    expect(answers(bought('1', '2026-02-10', 5000), back('r', '2026-04-01', 2000, '1'))[1]).toEqual({
      counted: { month: parseMonth('2026-02'), spendMinor: -2000, orders: 0, units: -1 },
      reason: null,
    })
  })

  test('the refund that takes the last of it takes the order away too', () => {
    const counted = answers(bought('1', '2026-02-10', 5000), back('r', '2026-04-01', 6000, '1'))[1]
    expect(counted).toEqual({
      counted: { month: parseMonth('2026-02'), spendMinor: -5000, orders: -1, units: -2 },
      reason: 'more_than_was_left',
    })
  })

  test('of two refunds of one purchase the earlier is served first', () => {
    const [, late, early] = answers(
      bought('1', '2026-02-10', 5000),
      back('b', '2026-05-01', 3000, '1'),
      back('a', '2026-04-01', 4000, '1'),
    )
    expect([early?.counted?.spendMinor, early?.reason]).toEqual([-4000, null])
    expect([late?.counted?.spendMinor, late?.reason]).toEqual([-1000, 'more_than_was_left'])
  })

  test('a refund whose purchase is not known says so, and takes nothing', () => {
    expect(answers(back('r', '2026-04-01', 100, 'unknown'))).toEqual([
      { counted: null, reason: 'purchase_not_arrived' },
    ])
    expect(answers(back('r', '2026-04-01', 100, 'r'))).toEqual([{ counted: null, reason: 'not_a_purchase' }])
  })

  test('a return without a receipt takes from its own month, down to nothing', () => {
    const [, back1] = answers(bought('1', '2026-04-10', 500), back('r', '2026-04-01', 700))
    expect(back1?.counted).toMatchObject({ month: parseMonth('2026-04'), spendMinor: -500 })
    expect(back1?.reason).toBe('more_than_was_left')
  })

  test('a purchase of nothing is no order', () => {
    expect(answers(bought('1', '2026-04-10', 0))[0]?.reason).toBe('nothing_paid')
  })

  test('of two words on one plan the earlier is superseded', () => {
    const word = (id: string, day: string): LedgerEvent => ({
      type: 'plan',
      source: 's',
      subject: 'm',
      id,
      time: at(day),
      plan: 'plus',
      from: 0,
      until: 1,
    })
    expect(answers(word('1', '2026-01-01'), word('2', '2026-02-01')).map((answer) => answer?.reason)).toEqual([
      'superseded',
      'not_a_sum',
    ])
  })

  test('the parts of every month add up to its sums, and nothing is left out (I6, I17)', () => {
    fc.assert(
      fc.property(arrivals, fc.constantFrom(...ZONES), (arrived, zone) => {
        const { events } = firstWords(arrived)
        const parts = countings(events, zone)
        expect(parts.size).toBe(events.length)
        for (const month of fold(events, zone).months) {
          const counted = [...parts.values()].flatMap((part) =>
            part.counted?.month === month.month ? [part.counted] : [],
          )
          const total = (of: 'spendMinor' | 'orders' | 'units') => counted.reduce((sum, part) => sum + part[of], 0)
          expect([total('spendMinor'), total('orders'), total('units')]).toEqual([
            spendOf(month),
            month.orders,
            month.units,
          ])
        }
      }),
    )
  })
})
