import type { ProgramDocument } from '#program/document.ts'
import type { MeasureBody, NextStep, StandingBody, TrajectoryBody, WayBody } from '#program/standing-body.ts'
import { ladderData } from '../../../web/standing/ladder-data.ts'

/** A small program and the bodies that the API would answer about one of its members. */
export const PROGRAM: ProgramDocument = {
  id: 'test',
  name: 'Test Rewards',
  currency: 'GBP',
  timeZone: 'Europe/London',
  qualification: { period: 'sliding', months: 12, keep: 1, softLanding: true },
  noticeDays: 30,
  standards: [],
  tiers: [
    { id: 'member', name: 'Member' },
    { id: 'silver', name: 'Silver', qualify: [{ spend: '250.00' }, { orders: 6 }] },
    { id: 'gold', name: 'Gold', qualify: [{ spend: '1000.00' }, { orders: 12, spend: '500.00' }, { plan: 'plus' }] },
  ],
  plans: [{ id: 'plus', name: 'Fairweather Plus', price: '49.00', per: 'year' }],
  perks: [],
}

export const LADDER = ladderData(PROGRAM)

export const spend = (have: string, need: string, left: string): MeasureBody => ({ measure: 'spend', have, need, left })
export const orders = (have: number, need: number): MeasureBody => ({
  measure: 'orders',
  have,
  need,
  left: Math.max(0, need - have),
})
export const plus = (have: boolean): MeasureBody => ({ measure: 'plan', plan: 'plus', have, need: true, left: !have })

export const way = (measures: readonly MeasureBody[], by: string, rest: Partial<WayBody> = {}): WayBody => ({
  percent: 0,
  measures,
  from: null,
  by,
  returnsFirst: '0.00',
  ...rest,
})

export const step = (tier: 'silver' | 'gold', ways: readonly WayBody[]): NextStep => ({
  tier,
  name: tier === 'gold' ? 'Gold' : 'Silver',
  ways,
})

/** A tier that is held, and `after`: the one that follows it. */
type Held = Partial<Omit<StandingBody['tier'], 'then'>> & { readonly after?: string | null }

/** Silver until 31 March 2027, £812.40 spent, asked about on 20 May 2026. */
export function standing(rest: Partial<StandingBody> = {}, { after = 'member', ...tier }: Held = {}): StandingBody {
  const held = { id: 'silver', name: 'Silver', rank: 1, since: '2026-02', until: '2027-03-31', ...tier }
  return {
    member: 'm-1',
    asOf: '2026-05-20T10:00:00Z',
    edition: 2,
    currency: 'GBP',
    // biome-ignore lint/suspicious/noThenProperty: the API calls it so, and nobody awaits a tier.
    tier: { ...held, then: after },
    why: {
      month: '2026-02',
      edition: 1,
      row: [spend('262.00', '250.00', '0.00')],
      landing: null,
      carriedBy: null,
    },
    progress: [
      { tier: 'gold', name: 'Gold', rows: [{ percent: 81, measures: [spend('812.40', '1000.00', '187.60')] }] },
    ],
    below: [],
    keep: { rows: [{ percent: 100, measures: [spend('812.40', '250.00', '0.00')] }] },
    dropsOff: { on: '2026-06-01', spend: '40.00', orders: 1, units: 1 },
    ...rest,
  }
}

export const trajectory = (rest: Partial<TrajectoryBody> = {}): TrajectoryBody => ({
  member: 'm-1',
  asOf: '2026-05-20T10:00:00Z',
  currency: 'GBP',
  months: [],
  keep: null,
  lift: null,
  ...rest,
})
