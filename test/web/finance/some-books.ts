import type { CostEntryBody, CostsBody, EntriesBody, UseBody } from '#finance/costs-routes.ts'
import type { Manifest } from '#finance/export-routes.ts'
import type { ActualBody, InvoiceBody, UnitCostsBody } from '#finance/invoice-routes.ts'
import type { BudgetBody, ExposureBody, TiersBody } from '#finance/outlook-routes.ts'
import type { PeriodBody } from '#finance/period-routes.ts'
import type { ProgramNames } from '../../../web/finance/program.ts'

/** The books of a small shop, as finance's API answers them. */
export const PROGRAM: ProgramNames = {
  name: 'Fairweather Rewards',
  timeZone: 'Europe/London',
  perks: [
    { id: 'delivery', name: 'Free delivery' },
    { id: 'lounge', name: 'Lounge entry' },
  ],
  tiers: [
    { id: 'member', name: 'Member' },
    { id: 'gold', name: 'Gold' },
  ],
}

const sums = (uses: number, cost: string, trueUp = '0.00') => ({ entries: uses, uses, accrued: cost, trueUp, cost })

/** Two perks in two months, the second month with a perk that is no longer in the program. */
export const COSTS: CostsBody = {
  ...{ from: '2026-10', to: '2026-11', currency: 'GBP', by: ['perk', 'month'] },
  items: [
    { perk: 'delivery', month: '2026-10', ...sums(100, '320.00') },
    { perk: 'delivery', month: '2026-11', ...sums(125, '402.10', '2.10') },
    { perk: 'lounge', month: '2026-11', ...sums(20, '190.00') },
    { perk: 'retired', month: '2026-11', ...sums(-1, '-4.20') },
  ],
  total: { entries: 246, uses: 244, accrued: '905.80', trueUp: '2.10', cost: '907.90' },
}

export const entry = (rest: Partial<CostEntryBody> = {}): CostEntryBody => ({
  ...{ id: 'r-1', kind: 'use', bookedAt: '2026-11-03T10:00:00Z', month: '2026-11', perk: 'delivery', tier: 'gold' },
  ...{ edition: 3, source: 'till-1', member: 'p-abc', redemption: 'r-1', usedAt: '2026-11-03T10:00:00Z' },
  ...{ order: 'order-7', basket: '59.90', worth: '4.95', cost: '3.20', invoice: null },
  ...rest,
})

export const TRUE_UP = entry({
  ...{ id: 't-1', kind: 'true-up', bookedAt: '2026-11-12T09:00:00Z', basket: null, worth: null, cost: '0.35' },
  invoice: { source: 'parcel-line', id: 'inv/17', amount: '3.55' },
})

export const ENTRIES: EntriesBody = {
  ...{ from: '2026-11', to: '2026-11', currency: 'GBP', nextCursor: 'more' },
  items: [entry(), TRUE_UP],
}

export const USE: UseBody = {
  ...{ redemption: 'r-1', currency: 'GBP', terms: 'On orders of £25 or more', unit: '3.20', cost: '3.55' },
  perk: { id: 'delivery', name: 'Free delivery' },
  tier: { id: 'gold', name: 'Gold' },
  edition: { edition: 3, effectiveFrom: '2026-07', publishedAt: '2026-05-28T09:00:00Z' },
  account: 'Expenses:Loyalty:Delivery',
  entries: [entry(), TRUE_UP],
}

export const BUDGET: BudgetBody['items'][number] = {
  ...{ perk: 'delivery', name: 'Free delivery', owner: 'Head of logistics', per: 'year' },
  ...{ from: '2026-01-01', until: '2026-12-31', budget: '4000.00', actual: '3600.00', committed: null },
  forecast: { likely: '4150.00', low: '3950.00', high: '4300.00' },
  runsOutOn: '2026-12-13',
  runsOutBetween: { earliest: '2026-12-04', latest: null },
  pace: 'On the last six complete months: £11.80 a day.',
  line: [
    { month: '2026-01', spent: '300.00', toDate: '300.00' },
    { month: '2026-02', spent: '310.00', toDate: '610.00' },
    { month: '2026-11', spent: '2990.00', toDate: '3600.00' },
  ],
}

export const BUDGETS: BudgetBody = {
  ...{ currency: 'GBP', at: '2026-11-20T10:00:00Z', items: [BUDGET] },
  without: [{ perk: 'lounge', name: 'Lounge entry', actual: '190.00' }],
}

export const TIERS: TiersBody = {
  ...{ from: '2026-11', to: '2026-11', currency: 'GBP' },
  items: [
    {
      ...{ tier: 'member', name: 'Member', members: 900, active: 200, spend: '9000.00', uses: 60, cost: '192.00' },
      ...{ perActive: '0.96', perUse: '3.20', shareOfSpend: 2.1 },
    },
    {
      ...{ tier: 'gold', name: 'Gold', members: 80, active: 0, spend: '0.00', uses: 0, cost: '0.00' },
      ...{ perActive: null, perUse: null, shareOfSpend: null },
    },
  ],
  total: {
    ...{ members: 980, active: 200, spend: '9000.00', uses: 60, cost: '192.00' },
    ...{ perActive: '0.96', shareOfSpend: 2.1 },
  },
}

export const EXPOSURE: ExposureBody = {
  ...{ currency: 'GBP', at: '2026-11-20T10:00:00Z' },
  items: [
    {
      ...{ perk: 'lounge', name: 'Lounge entry', tier: 'gold', unit: '9.50', members: 80, open: 700 },
      ...{ until: '2026-12-31', atMost: '6650.00', probable: '712.50', basis: 'A tenth of what may be used was used.' },
      utilisation: { used: 96, allowed: 960, percent: 10 },
    },
  ],
  total: { atMost: '6650.00', unlimited: 1, probable: '712.50' },
}

export const PERIODS: readonly PeriodBody[] = [
  { month: '2026-11', state: 'open', closable: '2026-12-01T01:00:00Z', ...unclosed() },
  { month: '2026-10', state: 'waiting', closable: '2026-11-01T01:00:00Z', ...unclosed() },
  { month: '2026-09', state: 'ready', closable: '2026-10-01T01:00:00Z', ...unclosed() },
  {
    ...{ month: '2026-08', state: 'closed', closable: null, closedAt: '2026-09-02T08:00:00Z', entries: 1234 },
    ...{ root: 'ab'.repeat(32), previous: null },
  },
]

function unclosed() {
  return { closedAt: null, entries: null, root: null, previous: null }
}

export const ACTUAL: ActualBody = {
  ...{ source: 'parcel-line', id: 'inv/18', time: '2026-11-10T12:00:00Z', amount: '3.40', currency: 'GBP' },
  ...{ redemption: null, order: 'order-9', perk: 'delivery', note: null, recordedAt: '2026-11-12T09:00:00Z' },
  ...{ matched: null, reason: 'no_use_of_order' },
}

export const invoice = (rest: Partial<InvoiceBody> = {}): InvoiceBody => ({
  ...{ source: 'parcel-line', currency: 'GBP', isCheck: true, rows: 3, matched: 2, duplicate: 0 },
  unmatched: [{ row: 4, id: 'inv/18', reason: 'no_use_of_order' }],
  ...{ amount: '10.35', trueUp: '0.55' },
  ...rest,
})

export const UNIT_COSTS: UnitCostsBody = {
  currency: 'GBP',
  perks: [...PROGRAM.perks],
  earliest: '2027-01',
  editions: [
    {
      ...{ edition: 3, effectiveFrom: '2026-07', publishedAt: '2026-05-28T09:00:00Z', isInForce: true },
      costs: {
        delivery: {
          ...{ unit: '3.20', budget: { per: 'year', amount: '4000.00' }, account: 'Expenses:Loyalty:Delivery' },
          ...{ accountCode: '425', treatment: 'expense', evidence: 'https://fairweather.example/parcel-line' },
        },
      },
    },
  ],
  next: null,
}

export const MANIFEST: Manifest = {
  ...{ program: 'fairweather', format: 'csv', period: { from: '2026-10', to: '2026-11' }, rows: 246 },
  sums: [{ currency: 'GBP', cost: '907.90' }],
  editions: { first: 2, last: 3 },
  ...{ firstEvent: '2026-10-01T09:00:00Z', lastEvent: '2026-11-20T09:58:00Z' },
  files: [{ name: 'fairweather-2026-10..2026-11.csv', bytes: 48_211, sha256: '0f'.repeat(32) }],
}
