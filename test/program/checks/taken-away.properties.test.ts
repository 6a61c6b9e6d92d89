import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkProgram } from '#program/checks/check-program.ts'
import { coversLimit } from '#program/checks/limits.ts'
import { takenAway } from '#program/checks/taken-away.ts'
import type { PerkTerms, ProgramDocument } from '#program/document.ts'
import { decide } from '#program/perks/decide.ts'
import { perksOf } from '#program/perks/perk.ts'
import { afterUse, type Uses } from '#program/perks/uses.ts'
import { improved } from '../changed-programs.ts'
import { BETTER, type Mutation, WORSE } from '../mutations.ts'
import { programs } from '../programs.ts'

const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 100) }

const found = (mutate: Mutation, before: ProgramDocument, pick: number) => {
  const after = mutate(before, pick)
  return after && takenAway(before, after)
}

describe('what is taken away', () => {
  test('the programs that these laws are tried on may be published', () => {
    fc.assert(
      fc.property(programs, (document) => {
        const errors = checkProgram({ document, costs: {}, before: document }).filter(({ kind }) => kind === 'error')
        expect(errors).toEqual([])
      }),
      RUNS,
    )
  })

  test.each(Object.entries(WORSE))('%s is always found', (_, mutate) => {
    let tried = 0
    fc.assert(
      fc.property(programs, fc.nat(99), (before, pick) => {
        const taken = found(mutate, before, pick)
        if (!taken) return
        tried++
        expect(taken).not.toEqual([])
        for (const { sentence, keep, place } of taken) {
          expect(sentence).toMatch(/^.+\.$/)
          expect(keep).toMatch(/[^.]$/)
          expect(place).toMatch(/^\//)
        }
      }),
      RUNS,
    )
    expect(tried).toBeGreaterThan(0)
  })

  test.each(Object.entries(BETTER))('%s is never taken for a loss', (_, mutate) => {
    let tried = 0
    fc.assert(
      fc.property(programs, fc.nat(99), (before, pick) => {
        const taken = found(mutate, before, pick)
        if (!taken) return
        tried++
        expect(taken).toEqual([])
      }),
      RUNS,
    )
    expect(tried).toBeGreaterThan(0)
  })

  test('nothing is found in what only adds, however much', () => {
    fc.assert(
      fc.property(improved, ({ before, after }) => {
        expect(takenAway(before, after)).toEqual([])
      }),
      RUNS,
    )
  })
})

const terms: fc.Arbitrary<PerkTerms> = fc
  .record({
    over: fc.option(fc.constantFrom('0.00', '20.00', '50.00')),
    categories: fc.option(fc.subarray(['suits', 'shirts', 'coats'], { minLength: 1 })),
    limit: fc.option(
      fc.record({
        count: fc.integer({ min: 1, max: 8 }),
        per: fc.constantFrom(
          'order' as const,
          'day' as const,
          'week' as const,
          'month' as const,
          'quarter' as const,
          'ever' as const,
        ),
      }),
    ),
  })
  .map(({ over, categories, limit }) => ({
    ...(over && { over }),
    ...(categories && { categories }),
    ...(limit && { limit }),
  }))

const baskets = fc.array(
  fc.record({
    hours: fc.integer({ min: 1, max: 24 * 40 }),
    amountMinor: fc.constantFrom(0, 2000, 4999, 5000),
    categories: fc.subarray(['suits', 'shirts', 'coats', 'hats']),
  }),
  { maxLength: 12 },
)

const twoTiers = (silver: PerkTerms, gold: PerkTerms): ProgramDocument => ({
  ...{ id: 'shop', name: 'Shop', currency: 'GBP', timeZone: 'Europe/London', noticeDays: 30, standards: [] },
  qualification: { period: 'sliding', months: 12, keep: 1, softLanding: true },
  tiers: [
    { id: 'silver', name: 'Silver' },
    { id: 'gold', name: 'Gold', qualify: [{ orders: 2 }] },
  ],
  perks: [{ id: 'lounge', name: 'Lounge', kind: 'access', worth: '5.00', terms: { silver, gold } }],
})

describe('a perk', () => {
  test('that the checks let pass gives a higher tier whatever it gives a lower one, use by use', () => {
    fc.assert(
      fc.property(terms, terms, baskets, (silver, gold, visits) => {
        const document = twoTiers(silver, gold)
        if (checkProgram({ document, costs: {}, before: null }).some(({ code }) => code === 'value_taken')) return
        const [lounge] = perksOf(document)
        let uses: Uses | null = null
        let at = Date.UTC(2026, 0, 1)
        for (const { hours, ...visit } of visits) {
          at += hours * 3_600_000
          const basket = { ...visit, usedInOrder: 0 }
          const asked = (rank: number) =>
            lounge && decide(lounge, { rank, uses, timeZone: 'Europe/London' }, basket, at).entitled
          if (!asked(0)) continue
          expect(asked(1)).toBe(true)
          uses = afterUse(uses, at, 'Europe/London')
        }
      }),
      { numRuns: 3 * RUNS.numRuns },
    )
  })

  test('may be counted over a longer span, if that allows whoever uses it whenever they can just as much', () => {
    const windows = ['day', 'week', 'month', 'quarter', 'year'] as const
    const shorter = fc.record({ count: fc.integer({ min: 1, max: 2 }), per: fc.constantFrom(...windows.slice(0, 3)) })
    fc.assert(
      fc.property(shorter, fc.constantFrom(...windows.slice(1, 4)), fc.nat(700), (lower, per, startDay) => {
        const counts = Array.from({ length: 200 }, (_, index) => index + 1)
        const least = counts.find((count) => coversLimit({ count, per }, lower))
        const [lounge] = perksOf(twoTiers({ limit: lower }, { limit: { count: least ?? 1, per } }))
        if (least === undefined || !lounge) return
        let uses: Uses | null = null
        for (let hours = 0; hours < 24 * 100; hours += 11) {
          const at = Date.UTC(2026, 0, 1 + startDay, hours)
          const asked = (rank: number) => decide(lounge, { rank, uses, timeZone: 'Europe/London' }, null, at).entitled
          if (!asked(0)) continue
          expect(asked(1)).toBe(true)
          uses = afterUse(uses, at, 'Europe/London')
        }
      }),
      RUNS,
    )
  })

  test('is taken away from one tier exactly where a lower tier could not have it beside a higher one', () => {
    fc.assert(
      fc.property(terms, terms, (was, is) => {
        const isWorse = checkProgram({ document: twoTiers(was, is), costs: {}, before: null }).some(
          ({ code }) => code === 'value_taken',
        )
        expect(takenAway(twoTiers(was, was), twoTiers(is, is)).length > 0).toBe(isWorse)
      }),
      { numRuns: 3 * RUNS.numRuns },
    )
  })
})
