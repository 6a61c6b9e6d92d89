import fc from 'fast-check'
import type { QualificationTerms, RowDocument } from '#program/document.ts'
import { type Edition, editionOf, inOrder, type RulesSource } from '#program/edition.ts'
import type { LedgerEvent } from '#program/event.ts'

/** Zones with summer time, with half hours, a day ahead and behind, and none of it. */
export const ZONES = [
  ...['Europe/London', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'],
  ...['Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Etc/UTC'],
]

const HOUR = 3_600_000
const START = Date.UTC(2024, 0, 1)

/** An instant within 30 months, often close to the turn of a month. */
export const instant = fc.oneof(
  fc.integer({ min: 0, max: 30 * 30 * 24 }).map((hours) => START + hours * HOUR),
  fc
    .tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: -15, max: 15 }))
    .map(([month, hours]) => Date.UTC(2024, month, 1) + hours * HOUR),
)

const happened = { source: fc.constantFrom('shop', 'till', '😀', '～'), subject: fc.constant('m'), time: instant }
const amountMinor = fc.integer({ min: 0, max: 60 }).map((pounds) => pounds * 1000)
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')

const purchase = fc.record({
  type: fc.constant('purchase' as const),
  ...happened,
  id,
  amountMinor,
  units: fc.integer({ min: 0, max: 5 }),
})
const refund = fc
  .record({
    type: fc.constant('refund' as const),
    ...happened,
    id,
    amountMinor,
    units: fc.integer({ min: 0, max: 3 }),
    of: fc.option(id),
  })
  .map(({ of, ...rest }): LedgerEvent => (of === null ? rest : { ...rest, purchase: of }))
const balance = fc.record({
  type: fc.constant('balance' as const),
  ...happened,
  id,
  balanceMinor: fc.constantFrom(0, 40_000, 50_000, 90_000),
})
const plan = fc
  .record({
    type: fc.constant('plan' as const),
    ...happened,
    id,
    plan: fc.constantFrom('plus', 'pro'),
    from: instant,
    days: fc.integer({ min: -3, max: 120 }),
  })
  .map(({ days, ...rest }): LedgerEvent => ({ ...rest, until: rest.from + days * 24 * HOUR }))
const enrolment = fc.record({ type: fc.constant('enrolment' as const), ...happened, id })

/** Events of one member in their order of arrival: duplicates, conflicts, refunds first and refunds of nothing among them. */
export const arrivals: fc.Arbitrary<LedgerEvent[]> = fc
  .array(fc.oneof({ weight: 5, arbitrary: purchase }, { weight: 2, arbitrary: refund }, balance, plan, enrolment), {
    maxLength: 14,
  })
  .chain((events) =>
    fc
      .array(fc.nat(), { maxLength: 3 })
      .map((again) => [...events, ...again.flatMap((at) => events[at % events.length] ?? [])]),
  )

const row: fc.Arbitrary<RowDocument> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('0.00', '50.00', '100.00', '250.00', '900.00').map((spend) => ({ spend })) },
  fc.integer({ min: 1, max: 6 }).map((orders) => ({ orders })),
  fc.integer({ min: 1, max: 12 }).map((units) => ({ units })),
  fc.constantFrom('200.00', '1000.00').map((lifetimeSpend) => ({ lifetimeSpend })),
  fc.integer({ min: 0, max: 4 }).map((months) => ({ balance: '500.00', months })),
  fc.constantFrom('plus', 'pro').map((plan) => ({ plan })),
  fc.constantFrom('100.00', '300.00').map((spend) => ({ plan: 'plus', spend })),
  fc.constantFrom('100.00', '300.00').map((spend) => ({ spend, orders: 2 })),
)

const qualification: fc.Arbitrary<QualificationTerms> = fc.record({
  period: fc.constantFrom('sliding' as const, 'calendar' as const, 'anniversary' as const),
  months: fc.constantFrom(1, 2, 3, 6, 12),
  keep: fc.constantFrom(0, 1, 2, 12),
  softLanding: fc.boolean(),
  startsIn: fc.integer({ min: 1, max: 12 }),
})

const rulesOf = (index: number, timeZone: string): fc.Arbitrary<RulesSource> =>
  fc
    .record({
      qualification,
      ladder: fc.subarray(['silver', 'gold', 'platinum'], { minLength: index === 0 ? 1 : 0 }),
      rows: fc.array(fc.array(row, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 3 }),
      month: fc.integer({ min: 0, max: 9 }),
      heir: fc.option(fc.constantFrom('silver', 'gold', 'platinum')),
    })
    .map(({ qualification, ladder, rows, month, heir }) => {
      const withdrawn = heir !== null && !ladder.includes(heir) ? [heir] : []
      const tiers = ladder.map((tier, rank) => ({
        id: tier,
        qualify: rows[rank] ?? [],
        ...(rank === 0 ? { replaces: withdrawn } : {}),
      }))
      const start = index * 10 + month
      const effectiveFrom = `${2024 + Math.floor(start / 12)}-${String((start % 12) + 1).padStart(2, '0')}`
      return {
        edition: index + 1,
        effectiveFrom,
        currency: 'GBP',
        timeZone,
        qualification,
        tiers: [{ id: 'member' }, ...tiers],
      }
    })

/** One to three editions of one program, more general than what may be published. */
export const editions: fc.Arbitrary<readonly Edition[]> = fc
  .tuple(fc.constantFrom(...ZONES), fc.integer({ min: 1, max: 3 }))
  .chain(([zone, count]) => fc.tuple(...Array.from({ length: count }, (_, index) => rulesOf(index, zone))))
  .map((sources) => inOrder(sources.map(editionOf)))
