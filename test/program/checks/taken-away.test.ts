import { expect, test } from 'vitest'
import { takenAway } from '#program/checks/taken-away.ts'
import { type Draft, demoDocument } from './demo-document.ts'

const taken = (change: (draft: Draft) => void) =>
  takenAway(demoDocument(), demoDocument(change)).map(({ place, sentence }) => `${place} ${sentence}`)

const withoutGold = (draft: Draft) => {
  draft.tiers.splice(2, 1)
  draft.tiers[2].replaces = ['gold']
  draft.perks = draft.perks.map((perk: Draft) => {
    const { gold, ...terms } = perk.terms
    return { ...perk, terms: gold ? { platinum: gold, ...terms } : terms }
  })
}

/** What was changed, how, and what is taken by it. */
const TAKEN: readonly [string, (draft: Draft) => void, string][] = [
  [
    'a higher threshold',
    (d) => (d.tiers[1].qualify[1].orders = 7),
    '/tiers/1/qualify/1/orders Silver: orders in 12 months rises from 6 orders to 7 orders.',
  ],
  [
    'one measure more',
    (d) => (d.tiers[1].qualify[1].spend = '50.00'),
    '/tiers/1/qualify/1 Silver: “6 orders in 12 months” is enough no longer; £50 is asked for besides.',
  ],
  [
    'a way that is gone',
    (d) => d.tiers[2].qualify.pop(),
    '/tiers/2/qualify Gold: “Fairweather Plus, £49 a year” is no longer a way.',
  ],
  ['a tier that is gone', withoutGold, '/tiers Gold is withdrawn.'],
  [
    'a rank that is lost',
    (d) => d.tiers.splice(2, 2, d.tiers[3], d.tiers[2]),
    '/tiers/2 Platinum no longer stands above Gold.',
  ],
  [
    'a first tier that is for everybody no longer',
    (d) => {
      d.tiers[0].qualify = [{ orders: 1 }]
      d.tiers.unshift({ id: 'guest', name: 'Guest' })
    },
    '/tiers/1/qualify Member is no longer for everybody.',
  ],
  [
    'a shorter window',
    (d) => (d.qualification.months = 6),
    '/qualification/months Another window counts: “The last 6 calendar months count, the present one included. At the end of each month its oldest drops off.” instead of “The last 12 calendar months count, the present one included. At the end of each month its oldest drops off.”.',
  ],
  [
    'a shorter keep',
    (d) => (d.qualification.keep = 0),
    '/qualification/keep A tier is kept for 0 months instead of 1 month.',
  ],
  [
    'no soft landing',
    (d) => (d.qualification.softLanding = false),
    '/qualification/softLanding Tiers are no longer lost one at a time.',
  ],
  [
    'a shorter notice',
    (d) => (d.noticeDays = 14),
    '/noticeDays What is taken away is announced 14 days before instead of 30 days.',
  ],
  [
    'a dearer plan',
    (d) => (d.plans[0].price = '59.00'),
    '/plans/0/price Fairweather Plus costs £59 a year instead of £49 a year.',
  ],
  [
    'a plan that is paid monthly and costs more in a year',
    (d) => Object.assign(d.plans[0], { price: '4.99', per: 'month' }),
    '/plans/0/price Fairweather Plus costs £4.99 a month instead of £49 a year.',
  ],
  ['a plan that is gone', (d) => (d.plans = []), '/plans The plan Fairweather Plus is no longer offered.'],
  ['a perk that is gone', (d) => d.perks.pop(), '/perks A birthday voucher is no longer a perk.'],
  [
    'a perk worth less',
    (d) => (d.perks[6].worth = '5.00'),
    '/perks/6/worth A birthday voucher is worth £5 instead of £10.',
  ],
  [
    'a perk of another kind',
    (d) => (d.perks[6].kind = 'gift'),
    '/perks/6/kind A birthday voucher is another kind of perk, gift instead of credit.',
  ],
  [
    'a perk that a tier has no longer',
    (d) => delete d.perks[4].terms.silver,
    '/perks/4/terms Lounge entry for Silver: not included instead of “2 a year”.',
  ],
  [
    'a higher order value',
    (d) => (d.perks[0].terms.silver.over = '30.00'),
    '/perks/0/terms/silver/over Free delivery for Silver: on orders of £30 or more instead of £25.',
  ],
  [
    'an order value where there was none, for all that inherit it',
    (d) => (d.perks[0].terms.gold.over = '5.00'),
    '/perks/0/terms/gold/over Free delivery for Gold and Platinum: on orders of £5 or more instead of orders of any amount.',
  ],
  [
    'fewer categories',
    (d) => d.perks[2].terms.gold.categories.pop(),
    '/perks/2/terms/gold/categories Alterations for Gold: only in suits and shirts instead of suits, shirts and dresses.',
  ],
  [
    'a lower limit',
    (d) => (d.perks[4].terms.gold.limit.count = 11),
    '/perks/4/terms/gold/limit Lounge entry for Gold: 11 a year instead of 12 a year.',
  ],
  [
    'a limit over a longer span that allows less at once',
    (d) => (d.perks[3].terms.gold.limit = { count: 7, per: 'year' }),
    '/perks/3/terms/gold/limit A personal shopper for Gold: 7 a year instead of 2 a quarter.',
  ],
  [
    'a standard that is gone',
    (d) => d.standards.shift(),
    '/standards “An answer within a day” is no longer promised to everybody.',
  ],
]

test.each(TAKEN)('%s is taken away', (_, change, expected) => {
  expect(taken(change)).toContain(expected)
})

/** What was changed, and how: nobody has less. */
const ADDED: readonly [string, (draft: Draft) => void][] = [
  ['other words', (d) => Object.assign(d.tiers[1], { name: 'Sterling', story: 'New.' })],
  ['a lower threshold', (d) => (d.tiers[1].qualify[1].orders = 5)],
  ['one measure less', (d) => delete d.tiers[2].qualify[1].spend],
  [
    'a way to Silver that leads to Gold',
    (d) => (d.tiers[2].qualify = d.tiers[1].qualify.splice(1, 1).concat(d.tiers[2].qualify)),
  ],
  ['a longer window', (d) => (d.qualification.months = 13)],
  [
    'a new tier between two others',
    (d) => d.tiers.splice(2, 0, { id: 'pearl', name: 'Pearl', qualify: [{ orders: 9 }] }),
  ],
  [
    'a plan that is paid monthly and costs less in a year',
    (d) => Object.assign(d.plans[0], { price: '4.00', per: 'month' }),
  ],
  ['a perk for a lower tier', (d) => (d.perks[4].terms.member = { limit: { count: 1, per: 'year' } })],
  ['two more a year instead of some a quarter', (d) => (d.perks[3].terms.gold.limit = { count: 8, per: 'year' })],
  ['as many a month as there were a year', (d) => (d.perks[4].terms.gold.limit.per = 'month')],
]

test.each(ADDED)('%s takes nothing away', (_, change) => {
  expect(taken(change)).toEqual([])
})

test('a draft that cannot be read takes nothing away by that', () => {
  const unreadable = (draft: Draft) => {
    draft.tiers[1].qualify[0].spend = '25O'
    draft.perks[0].terms.silver.over = ''
    draft.plans[0].price = '-1'
    draft.qualification = { period: 'calendar', months: 0, keep: 1, softLanding: true }
    draft.currency = 'pounds'
  }
  expect(takenAway(demoDocument(), demoDocument(unreadable)).map(({ what }) => what)).toEqual(['window_changed'])
})
