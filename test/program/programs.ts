import fc from 'fast-check'
import type {
  PerkDocument,
  PerkTerms,
  ProgramDocument,
  QualificationTerms,
  RowDocument,
  TierDocument,
} from '#program/document.ts'

const TIERS = ['member', 'silver', 'gold', 'platinum', 'onyx']
const CATEGORIES = ['suits', 'shirts', 'coats', 'shoes']

const pounds = (amount: number) => `${amount}.00`

/** What leads to a tier of a rank: each way has measures of its own, and each rank asks for more than the one below. */
const ways = (rank: number): readonly RowDocument[] => [
  { spend: pounds(100 * rank) },
  { orders: 2 * rank },
  { units: 4 * rank, spend: pounds(30 * rank) },
  { lifetimeSpend: pounds(900 * rank) },
  { balance: pounds(500 * rank), months: 2 },
]

/** By period, windows that may be published. */
export const qualifications: fc.Arbitrary<QualificationTerms> = fc.record({
  period: fc.constantFrom('sliding' as const, 'calendar' as const, 'anniversary' as const),
  months: fc.constantFrom(2, 3, 6, 12),
  keep: fc.integer({ min: 1, max: 13 }),
  softLanding: fc.boolean(),
  startsIn: fc.integer({ min: 1, max: 12 }),
})

const ladder: fc.Arbitrary<readonly TierDocument[]> = fc
  .array(fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), { minLength: 2, maxLength: 4 })
  .map((chosen) => [
    { id: 'member', name: 'Member' },
    ...chosen.map((numbers, index) => {
      const id = TIERS[index + 1] ?? ''
      const qualify = numbers.map((number) => ways(index + 1)[number] ?? {})
      return { id, name: id, qualify: index === 1 ? [...qualify, { plan: 'plus' }] : qualify }
    }),
  ])

/** Terms of one tier, of which a higher step is better in every part that it has. */
const termsAtStep = (step: number, parts: readonly string[]): PerkTerms => ({
  ...(parts.includes('over') && { over: pounds(60 - 10 * step) }),
  ...(parts.includes('categories') && { categories: CATEGORIES.slice(0, 2 + Math.min(step, 1)) }),
  ...(parts.includes('limit') && { limit: { count: 2 + step, per: 'month' as const } }),
})

const perk = (id: string, tiers: readonly TierDocument[]): fc.Arbitrary<PerkDocument> =>
  fc
    .record({
      parts: fc.subarray(['over', 'categories', 'limit']),
      ranks: fc.subarray([...tiers.keys()], { minLength: 1 }),
      kind: fc.constantFrom('delivery' as const, 'service' as const),
    })
    .map(({ parts, ranks, kind }) => ({
      ...{ id, name: id, kind, worth: '5.00' },
      terms: Object.fromEntries(ranks.map((rank, step) => [tiers[rank]?.id ?? '', termsAtStep(step, parts)])),
    }))

/** Documents that may be published: ladders that climb, and perks that a higher tier never has less of. */
export const programs: fc.Arbitrary<ProgramDocument> = ladder.chain((tiers) =>
  fc.record({
    id: fc.constant('shop'),
    name: fc.constant('Shop'),
    currency: fc.constant('GBP'),
    timeZone: fc.constantFrom('Europe/London', 'Pacific/Kiritimati', 'America/New_York', 'Etc/UTC'),
    qualification: qualifications,
    noticeDays: fc.integer({ min: 1, max: 120 }),
    standards: fc.constant([{ id: 'returns', name: 'Free returns', text: 'Always.' }]),
    tiers: fc.constant(tiers),
    plans: fc.constant([{ id: 'plus', name: 'Plus', price: '49.00', per: 'year' as const }]),
    perks: fc.tuple(perk('delivery', tiers), perk('lounge', tiers), perk('wrapping', tiers)),
  }),
)
