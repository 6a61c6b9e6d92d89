import { describe, expect, it } from 'vitest'
import type { PerkBody, PerksBody } from '#program/perks/perk-body.ts'
import { allowanceRows, lockedItems, perksSentence } from '../../../web/perks/my-perks.ts'

const perk = (rest: Partial<PerkBody>): PerkBody => ({
  ...{
    perk: 'lounge',
    name: 'Lounge entry',
    kind: 'access',
    worth: '18.00',
    entitled: true,
    reason: null,
    missing: null,
  },
  ...{ terms: { limit: { count: 2, per: 'year' } }, words: '2 a year', used: 1, left: 1, resetsOn: '2027-01-01' },
  ...rest,
})
const always = perk({ name: 'Delivery', terms: {}, words: 'Always', used: 3, left: null, resetsOn: null })
const usedUp = perk({
  entitled: false,
  reason: 'limit_reached',
  missing: 'again from 1 January 2027',
  used: 2,
  left: 0,
})
const locked = perk({
  name: 'Spa',
  entitled: false,
  reason: 'tier_too_low',
  missing: 'from Gold on',
  terms: null,
  words: null,
})

const body = (perks: readonly PerkBody[]): PerksBody => ({
  ...{ member: 'm-1', asOf: '2026-11-20T10:00:00Z', edition: 2, currency: 'GBP' },
  tier: { id: 'silver', name: 'Silver', rank: 1 },
  perks,
})
const text = (markup: string) => markup.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')

describe('my perks', () => {
  it('say how often each was used, what is left, and when it is whole again', () => {
    expect(text(allowanceRows(body([perk({}), always]), '2026-11-20'))).toBe(
      '|Lounge entry|2 a year|1|1|1 January 2027|Delivery|Always|3|no limit|–|',
    )
  })

  it('leave the year out of a day of this year', () => {
    expect(text(allowanceRows(body([perk({ resetsOn: '2026-12-01' })]), '2026-11-20'))).toContain('|1 December|')
  })

  it('list what only higher tiers have, and what would bring it', () => {
    const mixed = body([perk({}), locked])
    expect(text(lockedItems(mixed))).toBe('|Spa, |from Gold on|')
    expect(allowanceRows(mixed, '2026-11-20')).not.toContain('Spa')
    expect(lockedItems(body([perk({})]))).toBe('')
  })

  it('put a name on the page as text, whatever it holds', () => {
    const rude = perk({ name: '<img src=x>', words: '<b>' })
    expect(allowanceRows(body([rude]), '2026-11-20')).not.toMatch(/<img|<b>/)
    expect(lockedItems(body([{ ...locked, name: '<img src=x>', missing: '<b>' }]))).not.toMatch(/<img|<b>/)
  })

  it.each([
    [[perk({}), always, locked], 'Silver gives you two perks. Nothing is used up.'],
    [[perk({})], 'Silver gives you one perk. Nothing is used up.'],
    [[always, usedUp], 'Silver gives you two perks. Used up for now: lounge entry.'],
    [[usedUp], 'Silver gives you one perk, used up for now.'],
    [[locked], 'Silver has what everybody gets, and no perk of its own.'],
  ])('are summed up in a sentence', (perks, sentence) => {
    expect(perksSentence(body(perks))).toBe(sentence)
  })
})
