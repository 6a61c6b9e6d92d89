import { expect, test } from 'vitest'
import { expiringCache } from '#http/expiring-cache.ts'

test('a value is remembered until it stops being good', () => {
  const cache = expiringCache<string>(10)
  cache.set('key', 'value', 1000)
  expect([cache.get('key', 999), cache.get('key', 1000), cache.get('key', 999)]).toEqual([
    'value',
    undefined,
    undefined,
  ])
})

test('no more values are remembered than there is room for; the oldest goes first', () => {
  const cache = expiringCache<number>(2)
  for (const number of [1, 2, 3]) cache.set(String(number), number, 1000)
  expect(['1', '2', '3'].map((key) => cache.get(key, 0))).toEqual([undefined, 2, 3])
})
