import { expect, test } from 'vitest'
import { emailHash } from '#http/email-hash.ts'

const key = new Uint8Array(32).fill(1)

test('one person’s spellings of an address give one hash', () => {
  const hash = emailHash('zoë@fairweather.example', key)
  expect(emailHash('  ZOE\u0308@Fairweather.Example ', key)).toBe(hash)
  expect(hash).toMatch(/^[\w-]{43}$/)
})

test('another address or another key gives another hash', () => {
  const hash = emailHash('anna@fairweather.example', key)
  expect(emailHash('anna@fairweather.test', key)).not.toBe(hash)
  expect(emailHash('anna@fairweather.example', new Uint8Array(32).fill(2))).not.toBe(hash)
})
