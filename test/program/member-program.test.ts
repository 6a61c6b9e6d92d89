import { describe, expect, test } from 'vitest'
import type { PerkDocument, ProgramDocument } from '#program/document.ts'
import { memberProgram } from '#program/member-program.ts'
import { OTHER_EDITION } from '../publisher/programs.ts'

const HOME = 'https://rewards.example/'
const discount: PerkDocument = { id: 'tenth', name: 'A tenth off', kind: 'discount', worth: '0', terms: { stone: {} } }
const withDiscount = (tiers: ProgramDocument['tiers']): ProgramDocument => ({
  ...OTHER_EDITION.document,
  tiers,
  perks: [...OTHER_EDITION.document.perks, discount],
})
const [reed = { id: 'reed', name: 'Reed' }] = OTHER_EDITION.document.tiers

describe('what search engines are told of a program', () => {
  test('nothing, where no perk is a price, and marketing reads why', () => {
    const answer = memberProgram(OTHER_EDITION.document, HOME)
    expect(answer).toEqual({
      program: null,
      reasons: [expect.stringContaining('No perk of this program is a discount')],
    })
  })

  test('the tiers that have a price of their own, with what each asks for', () => {
    const document = withDiscount([
      reed,
      { id: 'stone', name: 'Stone', qualify: [{ spend: '5000' }] },
      { id: 'river', name: 'River', qualify: [{ plan: 'boat' }] },
    ])
    const { program } = memberProgram(document, HOME)
    expect(program).toMatchObject({ '@type': 'MemberProgram', name: 'Kawa Club', url: HOME })
    expect(program?.hasTiers.map(({ name, url }) => [name, url])).toEqual([
      ['Stone', 'https://rewards.example/tiers/stone'],
      ['River', 'https://rewards.example/tiers/river'],
    ])
    expect(program?.hasTiers.map((tier) => tier.hasTierRequirement)).toEqual([
      { '@type': 'MonetaryAmount', value: '5000', currency: 'JPY' },
      expect.objectContaining({ '@type': 'UnitPriceSpecification', price: '7070', unitCode: 'MON' }),
    ])
  })

  test.each([[[{ spend: '5000' }, { orders: 3 }]], [[{ spend: '5000', orders: 3 }]], [[{ units: 3 }]]])(
    'nothing, where a way of qualifying could not be said: %j',
    (qualify) => {
      const answer = memberProgram(withDiscount([reed, { id: 'stone', name: 'Stone', qualify }]), HOME)
      expect(answer).toEqual({ program: null, reasons: [expect.stringContaining('Stone cannot be marked up')] })
    },
  )
})
