import { describe, expect, test } from 'vitest'
import { comesFromOurPages } from '#http/csrf.ts'

const ORIGIN = 'https://shop.example'
const OURS = { 'x-requested-with': 'cleartier' }
const asks = (headers: Record<string, string>, method = 'POST') =>
  comesFromOurPages(new Request(`${ORIGIN}/auth/logout`, { method, headers }), ORIGIN)

describe('a request that changes something and carries a session cookie', () => {
  test('is taken from our own pages, by either proof of where it comes from', () => {
    expect(asks({ ...OURS, origin: ORIGIN })).toBe(true)
    expect(asks({ ...OURS, 'sec-fetch-site': 'same-origin' })).toBe(true)
    expect(asks({ ...OURS, origin: ORIGIN, 'sec-fetch-site': 'same-origin' })).toBe(true)
  })

  test.each([
    ['no proof at all', {}],
    ['only the header', OURS],
    ['only the origin, as a form sends it', { origin: ORIGIN }],
    ['another origin', { ...OURS, origin: 'https://evil.example' }],
    ['a sandboxed frame', { ...OURS, origin: 'null' }],
    ['a neighbour below the same domain', { ...OURS, origin: 'https://evil.shop.example' }],
    ['the same host by plain http', { ...OURS, origin: 'http://shop.example' }],
    ['a neighbour, by what the browser says', { ...OURS, 'sec-fetch-site': 'same-site' }],
    ['two proofs that contradict each other', { ...OURS, origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
    ['another value of the header', { origin: ORIGIN, 'x-requested-with': 'XMLHttpRequest' }],
  ])('is refused with %s', (_what, headers: Record<string, string>) => {
    expect(asks(headers)).toBe(false)
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'POST', 'REPORT'])(
    'is judged alike for %s, with and without a body',
    (method) => {
      expect(asks({ 'content-type': 'text/plain' }, method)).toBe(false)
      expect(asks({}, method)).toBe(false)
    },
  )
})

test('a request that only reads needs no proof', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(asks({}, method)).toBe(true)
})
