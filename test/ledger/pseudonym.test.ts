import { expect, test } from 'vitest'
import { pseudonymOf } from '#ledger/pseudonym.ts'

const KEY = new Uint8Array(32).fill(7)

test('a member always has the same pseudonym, which says nothing of who it is', () => {
  // printf m-1001 | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707… -binary | base32
  expect(pseudonymOf(KEY)('m-1001')).toBe('p-x5xy5lfdmrdx6pzlihtwvrcias')
})

test('another member and another house give another one', () => {
  const seen = ['m-1', 'm-2', 'M-1', '', '😀'].flatMap((member) => [
    pseudonymOf(KEY)(member),
    pseudonymOf(new Uint8Array(32).fill(8))(member),
  ])
  expect(new Set(seen).size).toBe(10)
  for (const one of seen) expect(one).toMatch(/^p-[a-z2-7]{26}$/)
})
