import { expect, test } from 'vitest'
import {
  afterPublishing,
  beforePublishing,
  beforeRestoring,
  beforeWithdrawing,
} from '../../../web/studio/decide/publishing-words.ts'
import { editionRow } from './edition-rows.ts'

const EDITIONS = [
  editionRow(1, '2024-01', { state: 'superseded' }),
  editionRow(2, '2026-01'),
  editionRow(3, '2027-01', { state: 'announced' }),
]
const base = { edition: 2, revision: 1 }

test('what will happen is said before it is published', () => {
  expect(beforePublishing({ changes: 'words', base, effectiveFrom: null }, EDITIONS)).toBe(
    'The words are live at once, for everyone.',
  )
  expect(beforePublishing({ changes: 'rules', base, effectiveFrom: '2027-03' }, EDITIONS)).toBe(
    'Edition 4 takes effect on 1 March 2027; it is announced at once. Until then edition 2 stays in force.',
  )
})

test('words of an announced edition are not shown before its first day', () => {
  const ahead = { changes: 'words', base: { edition: 3, revision: 1 }, effectiveFrom: null } as const
  expect(beforePublishing(ahead, EDITIONS)).toContain('from its first day on')
})

test('what happened is said with the seconds it took', () => {
  const published = { edition: 4, revision: 1, effectiveFrom: '2027-03', isInForce: false, site: '4-a', seconds: 1.234 }
  expect(afterPublishing(published)).toBe(
    'Edition 4 is announced. It takes effect on 1 March 2027. It took 1.2 seconds until the pages were live.',
  )
  expect(afterPublishing({ ...published, edition: 2, revision: 2, isInForce: true })).toMatch(
    /^Edition 2 has other words now: revision 2\. It took/,
  )
  expect(afterPublishing({ ...published, isInForce: true, site: null })).toBe(
    'Edition 4 is in force. The pages follow within the hour.',
  )
})

test('what taking something back means is said before it is done', () => {
  expect(beforeWithdrawing(EDITIONS[2] ?? editionRow(3, '2027-01'), EDITIONS)).toMatch(
    /^Edition 3 will not take effect on 1 January 2027\. Edition 2 stays in force\./,
  )
  expect(beforeRestoring({ edition: 2, revision: 1 })).toContain(
    'Edition 2 is worded as in its revision 1 again, at once',
  )
})
