import { describe, expect, test } from 'vitest'
import { hasCardNumber, isCardNumberId } from '#http/card-number.ts'

describe('the number of a card is seen', () => {
  test.each([
    '4111111111111111',
    '4111 1111 1111 1111',
    'paid with 5500-0055-5555-5559, thanks',
    'no 12 4111 1111 1111 1111 of May',
    'amex378282246310005x',
    '30569309025904',
    '6011111111111117',
    '4222222222222',
  ])('in the text "%s"', (text) => {
    expect(hasCardNumber(text)).toBe(true)
  })

  test.each(['4111111111111112', 'call 020 7946 0958', '2026-05-20', '41111111111111110000', '', 'suit, 2 × 59.90'])(
    'but not in "%s"',
    (text) => {
      expect(hasCardNumber(text)).toBe(false)
    },
  )

  test.each(['4111111111111111', 'order-4111-1111-1111-1111', '378282246310005', '2223003122003222'])(
    'as the id "%s"',
    (id) => {
      expect(isCardNumberId(id)).toBe(true)
    },
  )

  test.each(['5678901234564', '20260520000000018', '550e8400-e29b-41d4-a716-446655440000', 'order-1001'])(
    'but the id "%s" is a number of a shop’s own',
    (id) => {
      expect(isCardNumberId(id)).toBe(false)
    },
  )
})
