import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMonth } from '#program/month.ts'
import type { DraftSummary } from '../../../web/studio/draft-body.ts'
import { editionLineOf } from '../../../web/studio/editions/edition-line-of.ts'
import { editionRow } from './edition-rows.ts'

const draft = (title: string, effectiveFrom: string | null): DraftSummary => ({
  ...{
    id: title,
    title,
    version: 1,
    base: { edition: 2, revision: 1 },
    effectiveFrom,
    changes: 'rules',
    state: 'open',
  },
  ...{ author: 'mara', isMine: true, changedAt: '2026-11-20T10:00:00Z', returned: null, approved: null },
})
const TODAY = '2026-11-16'
const EDITIONS = [
  editionRow(1, '2024-01', { state: 'superseded' }),
  editionRow(2, '2026-01', { state: 'superseded', isLatestRevision: false }),
  editionRow(2, '2026-01', { revision: 2, publishedAt: '2026-07-01T09:00:00Z' }),
  editionRow(3, '2027-03', { state: 'announced' }),
]

test('what is in force and what follows is said in sentences, before any picture', () => {
  const { sentence } = editionLineOf(EDITIONS, [draft('Autumn', '2027-09'), draft('Words', null)], TODAY)
  expect(sentence).toBe(
    'Edition 2 is in force since 1 January 2026. Edition 3 follows on 1 March 2027. One draft has a month.',
  )
  expect(editionLineOf([], [], TODAY).sentence).toBe('No edition is in force yet.')
})

test('each edition has a row, newest first, until the next one begins; drafts with a month stand above', () => {
  const { rows } = editionLineOf(EDITIONS, [draft('Autumn', '2027-09'), draft('Words', null)], TODAY)
  expect(rows.map(({ name }) => name)).toEqual(['Autumn', 'Edition 3', 'Edition 2', 'Edition 1'])
  const [, third, second, first] = rows
  expect([first?.until, second?.until]).toEqual([second?.from, third?.from])
  expect([first?.from, third?.until]).toEqual([0, 1])
  expect(second?.rewordings).toHaveLength(1)
})

test('an edition that was withdrawn ends no other', () => {
  const withdrawn = [...EDITIONS.slice(0, 3), editionRow(3, '2027-03', { state: 'withdrawn' })]
  const { rows } = editionLineOf(withdrawn, [], TODAY)
  expect(rows.find(({ name }) => name === 'Edition 2')?.until).toBe(1)
  expect(rows.find(({ name }) => name === 'Edition 3')?.kind).toBe('withdrawn')
})

test('a short span is marked by quarters, a long one by years, and never by more than fit', () => {
  const names = (from: string) => editionLineOf([editionRow(1, from)], [], TODAY).ticks.map(({ name }) => name)
  expect(names('2026-01')).toEqual(['2026', 'Apr', 'Jul', 'Oct', '2027'])
  expect(names('2023-05')).toEqual(['2024', '2025', '2026', '2027'])
  expect(names('1990-01').length).toBeLessThan(10)
})

test('everything is on the line, whatever the months', () => {
  const month = fc.integer({ min: 2000 * 12, max: 2040 * 12 }).map(formatMonth)
  fc.assert(
    fc.property(fc.array(month, { maxLength: 12 }), fc.array(month, { maxLength: 4 }), (editions, drafts) => {
      const rows = editions.toSorted().map((from, index) => editionRow(index + 1, from))
      const line = editionLineOf(
        rows,
        drafts.map((from) => draft(from, from)),
        TODAY,
      )
      const shares = [
        line.today,
        ...line.ticks.map(({ at }) => at),
        ...line.rows.flatMap((row) => [row.from, row.until]),
      ]
      for (const share of shares) {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }
    }),
  )
})
