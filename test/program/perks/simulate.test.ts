import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QualificationTerms, RowDocument } from '#program/document.ts'
import { type Edition, editionOf } from '#program/edition.ts'
import type { LedgerEvent } from '#program/event.ts'
import { fold } from '#program/fold.ts'
import { type Intent, simulate } from '#program/perks/simulate.ts'
import { standing } from '#program/standing.ts'
import { startOfMonth } from '#program/zone.ts'

const ZONE = 'Europe/London'
const MAY_2026 = 24316
const SLIDING: QualificationTerms = { period: 'sliding', months: 12, keep: 1, softLanding: true }

const editionWith = (rows: readonly RowDocument[], qualification: QualificationTerms = SLIDING): Edition =>
  editionOf({
    ...{ edition: 1, effectiveFrom: '2026-01', currency: 'GBP', timeZone: ZONE, qualification },
    tiers: [{ id: 'member' }, { id: 'silver', qualify: rows }],
  })

const NOTHING: Intent = { spendMinor: 0, orders: 0, units: 0, beforeMinor: 0, balanceMinor: null, plans: [] }
const reached = (edition: Edition, intent: Partial<Intent>) => {
  const { highest, reachedIn } = simulate(edition, { ...NOTHING, ...intent }, MAY_2026)
  return highest === 0 ? null : reachedIn
}

describe('what one would get', () => {
  it('is reached in the month in which the even share of the year is enough', () => {
    const edition = editionWith([{ spend: '250.00' }])
    expect(reached(edition, { spendMinor: 25_000 })).toBe(11)
    expect(reached(edition, { spendMinor: 50_000 })).toBe(5)
    expect(reached(edition, { spendMinor: 300_000 })).toBe(0)
  })

  it('is not reached a penny short of it', () => {
    expect(reached(editionWith([{ spend: '250.00' }]), { spendMinor: 24_999 })).toBeNull()
  })

  it('counts orders and items likewise', () => {
    expect(reached(editionWith([{ orders: 6 }]), { orders: 6 })).toBe(11)
    expect(reached(editionWith([{ orders: 6 }]), { orders: 5 })).toBeNull()
    expect(reached(editionWith([{ units: 24 }]), { units: 48 })).toBe(5)
  })

  it('is there at once with a plan, and only with that one', () => {
    expect(reached(editionWith([{ plan: 'plus' }]), { plans: ['plus'] })).toBe(0)
    expect(reached(editionWith([{ plan: 'plus' }]), { plans: ['minus'] })).toBeNull()
  })

  it('takes a balance that is kept for as many whole months as the rule asks for', () => {
    expect(reached(editionWith([{ balance: '100.00', months: 3 }]), { balanceMinor: 10_000 })).toBe(4)
    expect(reached(editionWith([{ balance: '100.00', months: 3 }]), { balanceMinor: 9_999 })).toBeNull()
  })

  it('counts what was spent long ago in all, and not again in the window', () => {
    const edition = editionWith([{ lifetimeSpend: '1000.00', spend: '120.00' }])
    expect(reached(edition, { beforeMinor: 90_000, spendMinor: 12_000 })).toBe(11)
    expect(reached(edition, { beforeMinor: 100_000 })).toBeNull()
    expect(reached(editionWith([{ spend: '900.00' }]), { beforeMinor: 90_000 })).toBeNull()
  })

  it('begins afresh with each calendar year: from May on, only the next whole year is enough', () => {
    const calendar = { ...SLIDING, period: 'calendar' } as const
    expect(reached(editionWith([{ spend: '120.00' }], calendar), { spendMinor: 12_000 })).toBe(19)
  })
})

describe('the simulator and the ledger agree', () => {
  const intents = fc.record({
    spendMinor: fc.integer({ min: 1000, max: 400_000 }),
    ordersAMonth: fc.integer({ min: 1, max: 4 }),
    period: fc.constantFrom('sliding', 'calendar', 'anniversary'),
    months: fc.constantFrom(3, 6, 12),
  } as const)

  it('about everyone: recorded purchases of the same amounts give the same tier at the end of every month', () => {
    fc.assert(
      fc.property(intents, ({ spendMinor, ordersAMonth, period, months }) => {
        const edition = editionWith([{ spend: '900.00' }, { orders: 18 }], { ...SLIDING, period, months })
        const { ranks } = simulate(edition, { ...NOTHING, spendMinor, orders: 12 * ordersAMonth }, MAY_2026)
        const events = purchases(spendMinor, ordersAMonth, 14)
        for (let month = 0; month < 14; month++) {
          const end = startOfMonth(MAY_2026 + month + 1, ZONE) - 1
          const sums = fold(
            events.filter(({ time }) => time <= end),
            ZONE,
          )
          expect(standing(sums, [edition], end).rank).toBe(ranks[month])
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** Every month as many purchases, which share the month's part of the year's spend. */
function purchases(spendMinor: number, ordersAMonth: number, months: number): LedgerEvent[] {
  return Array.from({ length: months }, (_, month) => {
    const upTo = (done: number) => Math.floor((spendMinor * done) / 12)
    const spend = upTo(month + 1) - upTo(month)
    return Array.from({ length: ordersAMonth }, (_, index): LedgerEvent => {
      const small = Math.floor(spend / ordersAMonth)
      return {
        ...{ source: 'shop', id: `${month}-${index}`, subject: 'm-1', type: 'purchase', units: 1 },
        time: startOfMonth(MAY_2026 + month, ZONE),
        amountMinor: index === 0 ? spend - small * (ordersAMonth - 1) : small,
      }
    })
  }).flat()
}
