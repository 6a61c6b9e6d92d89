import { describe, expect, test } from 'vitest'
import type { Booked } from '#ledger/books.ts'
import { leafMaker } from '#ledger/seal/leaf.ts'
import { commitmentTo, openingOf } from '#ledger/seal/opening.ts'
import { COST_MINOR, EVERY_KIND, joined, KEY, NAME, NOTE, noted, used } from './booked-months.ts'

const leafOf = leafMaker(KEY)

const entryOf = (booked: Booked) => {
  if (booked.kind !== 'event') throw new Error('That is no event.')
  return booked.entry
}

describe('the leaf of an entry', () => {
  test('is text that never changes: a purchase’s, for all time', () => {
    expect(leafOf(noted(2)).text).toBe(
      '{"kind":"purchase","source":"shop-1","id":"o-2","member":"p-mkq4lnwux6cz2ptz5swbkuqlku","time":1779271200000,' +
        '"recordedAt":1777798802000,"amountMinor":10000,"units":1,"personal":"78219d7d0ce3de1a561bcfb23580aff60fdccbc437b6b3287692c80054c321ee"}',
    )
  })

  test('shows neither the member, nor a name, a note, an address or a cost', () => {
    for (const booked of EVERY_KIND) {
      const { text } = leafOf(booked)
      for (const secret of ['m-1', NAME, NOTE, 'hash-of-an-address', String(COST_MINOR), String(COST_MINOR + 7)]) {
        expect(text).not.toContain(secret)
      }
    }
  })

  test('commits to them: what is opened is what was committed to, and nothing else', () => {
    const { text, openings } = leafOf(used(3))
    const said = JSON.parse(text) as Record<string, unknown>
    expect(openings.personal?.values).toEqual({ note: NOTE })
    expect(openings.finance?.values).toEqual({ costMinor: COST_MINOR })
    for (const purpose of ['personal', 'finance'] as const) {
      const opening = openings[purpose] ?? { salt: '', values: {} }
      expect(commitmentTo(opening)).toBe(said[purpose])
      expect(commitmentTo({ ...opening, values: { ...opening.values, costMinor: 1 } })).not.toBe(said[purpose])
      expect(commitmentTo({ ...opening, salt: '00' })).not.toBe(said[purpose])
    }
  })

  test('has a salt for each purpose, so that one shown does not open the other', () => {
    const { openings } = leafOf(used(3))
    expect(openings.personal?.salt).not.toBe(openings.finance?.salt)
    expect(openings.personal).toEqual(openingOf('personal', '3'.padStart(32, '0'), { note: NOTE }))
  })

  test('is the same for the same entry, and of another key has another pseudonym', () => {
    expect(leafOf(joined(1))).toEqual(leafOf(joined(1)))
    expect(leafMaker(new Uint8Array(32))(joined(1)).text).not.toBe(leafOf(joined(1)).text)
  })

  test('differs for any two entries', () => {
    expect(new Set(EVERY_KIND.map((booked) => leafOf(booked).text)).size).toBe(EVERY_KIND.length)
  })

  test('of an entry without a random salt has one that only the house’s key gives', () => {
    const { salt: _, ...unsalted } = entryOf(noted(2))
    const one = leafOf({ kind: 'event', entry: unsalted }).openings.personal?.salt
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(leafMaker(new Uint8Array(32))({ kind: 'event', entry: unsalted }).openings.personal?.salt).not.toBe(one)
  })
})
