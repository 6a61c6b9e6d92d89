import { describe, expect, test } from 'vitest'
import { changesOf } from '#program/changes.ts'
import type { ProgramDocument } from '#program/document.ts'

const BEFORE: ProgramDocument = {
  id: 'shop',
  name: 'Shop',
  currency: 'GBP',
  timeZone: 'Europe/London',
  qualification: { period: 'sliding', months: 12, keep: 1, softLanding: true },
  noticeDays: 30,
  standards: [{ id: 'returns', name: 'Free returns', text: 'Always.' }],
  tiers: [
    { id: 'member', name: 'Member' },
    { id: 'silver', name: 'Silver', qualify: [{ spend: '250.00' }, { orders: 6 }] },
    { id: 'gold', name: 'Gold', qualify: [{ spend: '1000.00' }, { orders: 12, spend: '500.00' }, { plan: 'plus' }] },
  ],
  plans: [{ id: 'plus', name: 'Plus', price: '49.00', per: 'year' }],
  perks: [
    {
      id: 'lounge',
      name: 'Lounge',
      kind: 'access',
      worth: '18.00',
      terms: { silver: { limit: { count: 2, per: 'year' } } },
    },
  ],
}

const from = (after: Partial<ProgramDocument>) => changesOf(BEFORE, { ...BEFORE, ...after }, '2027-03')
const tiersWith = (id: string, change: object) =>
  BEFORE.tiers.map((tier) => (tier.id === id ? { ...tier, ...change } : tier))

describe('what an edition changed, in words', () => {
  test('the same rules in other words are no change', () => {
    expect(from({ name: 'The Shop', tiers: tiersWith('gold', { headline: 'Shiny', story: 'New.' }) })).toEqual([])
  })

  test('a threshold', () => {
    const qualify = [{ spend: '1200.00' }, { orders: 12, spend: '500.00' }, { plan: 'plus' }]
    expect(from({ tiers: tiersWith('gold', { qualify }) })).toEqual([
      'Gold: spend in 12 months from £1,000 to £1,200, from 1 March 2027. Who is Gold then stays Gold until their date.',
    ])
  })

  test('one measure of a way that has two', () => {
    const qualify = [{ spend: '1000.00' }, { orders: 10, spend: '500.00' }, { plan: 'plus' }]
    expect(from({ tiers: tiersWith('gold', { qualify }) })).toEqual([
      'Gold: orders in 12 months (with the rest of its way) from 12 orders to 10 orders, from 1 March 2027.',
    ])
  })

  test('ways that come and go', () => {
    expect(from({ tiers: tiersWith('silver', { qualify: [{ spend: '250.00' }, { units: 9 }] }) })).toEqual([
      'Silver: a new way, “9 items in 12 months”, from 1 March 2027.',
      'Silver: no longer a way, “6 orders in 12 months”, from 1 March 2027. Who is Silver then stays Silver until their date.',
    ])
  })

  test('a tier that is withdrawn names its heir', () => {
    const tiers = [
      { id: 'member', name: 'Member' },
      { ...tiersWith('', {})[2], id: 'gold', name: 'Gold', replaces: ['silver'] },
    ]
    const perks = [
      { ...BEFORE.perks[0], terms: { gold: { limit: { count: 2, per: 'year' } } } },
    ] as ProgramDocument['perks']
    expect(from({ tiers, perks })).toEqual(['Silver is withdrawn and Gold takes its place, from 1 March 2027.'])
  })

  test('how long a tier is kept', () => {
    const [change] = from({ qualification: { ...BEFORE.qualification, keep: 0 } })
    expect(change).toBe(
      '“A tier earned in a month is yours to the end of that month.” instead of ' +
        '“A tier earned in a month is yours to the end of the next month.”, from 1 March 2027. Whoever holds a tier then keeps it until their date.',
    )
  })

  test('what a plan gave is not kept, and nobody is told that it is', () => {
    expect(
      from({ tiers: tiersWith('gold', { qualify: [{ spend: '1200.00' }, { orders: 12, spend: '500.00' }] }) }),
    ).toEqual([
      'Gold: spend in 12 months from £1,000 to £1,200, from 1 March 2027.',
      'Gold: no longer a way, “Plus, £49 a year”, from 1 March 2027.',
    ])
  })

  test('a tier that another one overtakes is not kept by those who have earned both', () => {
    const [member, silver, gold] = BEFORE.tiers
    const tiers = [member, { ...gold, qualify: [{ orders: 1 }] }, silver] as ProgramDocument['tiers']
    for (const change of from({ tiers })) expect(change).not.toContain('Gold then')
  })

  test('how long before something is taken away it is announced', () => {
    expect(from({ noticeDays: 14 })).toEqual([
      'What is taken away is announced 14 days before instead of 30, from 1 March 2027.',
    ])
  })

  test('a perk’s terms, once for all tiers they change for', () => {
    const perks = [
      { ...BEFORE.perks[0], terms: { silver: { limit: { count: 4, per: 'year' } } } },
    ] as ProgramDocument['perks']
    expect(from({ perks })).toEqual([
      'Lounge for Silver and Gold: “4 a year” instead of “2 a year”, from 1 March 2027.',
    ])
  })

  test('a perk for fewer tiers', () => {
    const perks = [
      { ...BEFORE.perks[0], terms: { gold: { limit: { count: 2, per: 'year' } } } },
    ] as ProgramDocument['perks']
    expect(from({ perks })).toEqual(['Lounge for Silver: “Not included” instead of “2 a year”, from 1 March 2027.'])
  })

  test('perks, plans and standards that come and go', () => {
    expect(
      from({
        perks: [],
        plans: [],
        standards: [],
        tiers: tiersWith('gold', { qualify: [{ spend: '1000.00' }, { orders: 12, spend: '500.00' }] }),
      }),
    ).toEqual([
      'Gold: no longer a way, “Plus, £49 a year”, from 1 March 2027.',
      'The plan Plus is no longer offered, from 1 March 2027.',
      'Lounge is no longer a perk, from 1 March 2027.',
      '“Free returns” is no longer promised to everybody, from 1 March 2027.',
    ])
  })
})
