import { expect, test } from 'vitest'
import { cardFace } from '../../../web/card/card-face.ts'

const tier = { id: 'silver', name: 'Silver', rank: 1, until: '2027-03-31' }
const card = { name: 'Anna Berg', tier, code: '7K3M9QXT4D2A' }

test('a card says whose it is, until when the tier is kept, and the code twice: to be read and to be scanned', () => {
  const face = cardFace(card, 'Fairweather Rewards', 4)
  expect(face.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toBe(
    ' Fairweather Rewards Anna Berg Silver kept until 31 March 2027 7K3M-9QXT-4D2A ',
  )
  expect(face).toContain('aria-label="The code 7K3M-9QXT-4D2A, to be scanned."')
})

test('a card of somebody without a name, on a tier without an end, leaves both out', () => {
  const face = cardFace({ ...card, name: null, tier: { ...tier, until: null } }, 'P', 4)
  expect(face).not.toContain('card-name')
  expect(face).not.toContain('kept until')
})

test('a name cannot bring markup with it', () => {
  expect(cardFace({ ...card, name: '<img src=x onerror=alert(1)>' }, 'P', 4)).not.toContain('<img')
})
