import { expect, test } from 'vitest'
import type { Missing } from '#program/perks/decide.ts'
import { refusalSentence } from '#program/words/refusal-words.ts'

const TIERS = ['Member', 'Silver', 'Gold']

test.each<[Missing, string]>([
  [{ what: 'tier', rank: 2 }, 'The lounge is there from Gold on.'],
  [{ what: 'tier', rank: null }, 'The lounge is not part of any tier.'],
  [{ what: 'amount', amountMinor: 1 }, 'The lounge needs £0.01 more in the basket.'],
  [{ what: 'category', categories: ['suits'] }, 'The lounge is there only with suits in the basket.'],
  [{ what: 'allowance', resetsOn: '2027-01-01' }, 'The lounge is used up: again from 1 January 2027.'],
  [{ what: 'allowance', resetsOn: null }, 'The lounge is used up.'],
])('a refusal says what would change it: %j', (missing, sentence) => {
  expect(refusalSentence('The lounge', missing, TIERS, 'GBP')).toBe(sentence)
})
