import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verifyMonth } from '#ledger/seal/verify-month.ts'
import { EVERY_KIND } from './booked-months.ts'
import { changed, closedMay, line, linesIn, SIX, withLines } from './closed-may.ts'
import { archived } from './memory-archive.ts'

/** What is found when the lines of May have been changed. */
async function found(change: (lines: string[]) => readonly string[], entries = SIX) {
  const { files } = await closedMay(entries)
  return (await verifyMonth(archived(withLines(files, change(linesIn(files)))))).finding
}

describe('an archive that nobody touched', () => {
  test('holds, whatever kinds of entries it has', async () => {
    const { files } = await closedMay(EVERY_KIND)
    expect(await verifyMonth(archived(files), { month: '2026-05' })).toMatchObject({
      ...{ month: '2026-05', entries: EVERY_KIND.length, finding: null },
      root: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('holds without any entry', async () => {
    const { files } = await closedMay([])
    expect(await verifyMonth(archived(files))).toMatchObject({ entries: 0, finding: null })
  })

  test('holds by keys that came another way', async () => {
    const { files, signer } = await closedMay()
    expect(await verifyMonth(archived(files), { keys: await signer.keys() })).toMatchObject({ finding: null })
  })
})

describe('the first entry that is wrong is named, with its place', () => {
  test('when it was changed, also the first and the last', async () => {
    for (const place of [1, 4, 6]) {
      const finding = await found((lines) => lines.with(place - 1, changed(line(lines, place))))
      expect(finding).toMatchObject({ what: 'entry_changed', place, entry: `o-${place - 1}` })
    }
  })

  test('when it was dropped; at both ends by its id, in between by its neighbours', async () => {
    expect(await found((lines) => lines.toSpliced(2, 1))).toMatchObject({
      ...{ what: 'entry_dropped', place: 3, entry: null },
      detail: 'The entry at place 3 is missing, between o-1 and o-3.',
    })
    expect(await found((lines) => lines.slice(1))).toMatchObject({ what: 'entry_dropped', place: 1, entry: 'o-0' })
    expect(await found((lines) => lines.slice(0, -1))).toMatchObject({ what: 'entry_dropped', place: 6, entry: 'o-5' })
  })

  test('when the file ends too soon, or has nothing left', async () => {
    expect(await found((lines) => lines.slice(0, 3))).toMatchObject({
      ...{ what: 'entry_dropped', place: 4 },
      detail: '3 entries are missing from place 4 on, after o-2.',
    })
    expect(await found(() => [])).toMatchObject({ what: 'entry_dropped', place: 1, entry: 'o-0' })
  })

  test('when one was added, at the front, in between, at the end, or as a copy', async () => {
    const stranger = changed(
      JSON.stringify({ leaf: JSON.stringify({ kind: 'purchase', source: 'shop-1', id: 'x-1' }) }),
    )
    for (const place of [1, 3, 7]) {
      const finding = await found((lines) => lines.toSpliced(place - 1, 0, stranger))
      expect(finding).toMatchObject({ what: 'entry_added', place, entry: 'x-1' })
    }
    expect(await found((lines) => lines.toSpliced(4, 0, line(lines, 2)))).toMatchObject({
      ...{ what: 'entry_added', place: 5, entry: 'o-1' },
      detail: 'The entry o-1 at place 5 was added. It is a copy of the one at place 2.',
    })
    expect(await found((lines) => lines.toSpliced(1, 0, line(lines, 5)))).toMatchObject({
      what: 'entry_added',
      place: 2,
      entry: 'o-4',
    })
  })

  test('when two were swapped, or one was moved', async () => {
    expect(await found((lines) => lines.with(1, line(lines, 5)).with(4, line(lines, 2)))).toMatchObject({
      what: 'entries_swapped',
      place: 2,
      entry: 'o-4',
      detail:
        'The entries are not in the order in which they were signed: o-4 stands at place 2 and belongs at place 5.',
    })
    expect(await found((lines) => [...lines.slice(1), line(lines, 1)])).toMatchObject({
      what: 'entries_swapped',
      place: 1,
      entry: 'o-1',
    })
  })

  test('when two things happened at once', async () => {
    expect(await found((lines) => lines.with(4, changed(line(lines, 5))).toSpliced(1, 1))).toMatchObject({
      what: 'entry_dropped',
      place: 2,
    })
    expect(await found((lines) => lines.toSpliced(4, 1).with(1, changed(line(lines, 2))))).toMatchObject({
      what: 'entry_changed',
      place: 2,
      entry: 'o-1',
    })
    expect(await found((lines) => lines.with(3, line(lines, 2)))).toMatchObject({ what: 'entry_changed', place: 4 })
  })

  test('when it is no entry at all, or something was slipped in beside it', async () => {
    expect(await found((lines) => lines.with(1, '{"leaf":'))).toMatchObject({ what: 'entry_changed', place: 2 })
    expect(await found((lines) => lines.with(1, ''))).toMatchObject({ what: 'entry_changed', place: 2 })
    expect(await found((lines) => [...lines, ''])).toMatchObject({ what: 'entry_added', place: 7 })
    expect(await found((lines) => lines.with(1, line(lines, 2).replace(/}$/, ',"cost":"3.20"}')))).toMatchObject({
      what: 'entry_changed',
      place: 2,
    })
  })

  test('when a cost was changed, taken away, or put where none was', async () => {
    const change = (from: RegExp | string, to: string) =>
      found((lines) => lines.map((one) => one.replace(from, to)), EVERY_KIND)
    expect(await change('"costMinor":41873', '"costMinor":41872')).toMatchObject({
      ...{ what: 'entry_changed', place: 4 },
      detail: expect.stringContaining('Its figures for finance were changed.'),
    })
    expect(await change(/,"open":.*$/, '}')).toMatchObject({ what: 'entry_changed', place: 4 })
    expect(await change(/"}$/, '","open":{"finance":{"salt":"00","values":{}}}}')).toMatchObject({
      what: 'entry_changed',
      place: 1,
    })
  })

  test('law: whatever is changed, dropped, added or moved, it is found, and not after its place', async () => {
    const { files } = await closedMay()
    const lines = linesIn(files)
    const place = fc.nat({ max: lines.length - 1 })
    const tampering = fc.oneof(
      place.map((at) => ({ at, after: lines.with(at, changed(lines[at])) })),
      place.map((at) => ({ at, after: lines.toSpliced(at, 1) })),
      fc.tuple(place, place).map(([at, from]) => ({ at, after: lines.toSpliced(at, 0, lines[from] ?? '') })),
      fc
        .tuple(place, place)
        .filter(([one, other]) => one !== other)
        .map(([one, other]) => ({
          at: Math.min(one, other),
          after: lines.with(one, lines[other] ?? '').with(other, lines[one] ?? ''),
        })),
    )
    await fc.assert(
      fc.asyncProperty(tampering, async ({ at, after }) => {
        const { finding } = await verifyMonth(archived(withLines(files, after)))
        // A copy beside its original stands where either could be the copy.
        expect([at + 1, at + 2]).toContain(finding?.place)
      }),
      { numRuns: 150 },
    )
  })
})
