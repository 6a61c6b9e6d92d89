import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCheckpoint, signCheckpoint, trustedCheckpoint } from '#ledger/seal/checkpoint.ts'
import { closeMonth } from '#ledger/seal/close-month.ts'
import { leafHash } from '#ledger/seal/merkle.ts'
import type { Signer } from '#ledger/seal/signer.ts'
import { verifyMonth } from '#ledger/seal/verify-month.ts'
import { bought, closerOf, EVERY_KIND, MAY, memoryBooks } from './booked-months.ts'
import { anySigner, archived, type Files } from './memory-archive.ts'

const SIX = [0, 1, 2, 3, 4, 5].map(bought)

/** May as it was closed, after an April of one entry. */
async function closedMay(entries = SIX): Promise<{ files: Files; signer: Signer }> {
  const books = memoryBooks(
    new Map([
      [MAY - 1, [bought(9)]],
      [MAY, entries],
    ]),
  )
  const closer = closerOf(books)
  await closeMonth(closer, MAY - 1, 'finn')
  await closeMonth(closer, MAY, 'finn')
  const closing = (await books.closings()).at(-1)
  const { month, archive } = trustedCheckpoint(closing?.checkpoint ?? '')
  const files = closer.archive.kept.get(`${month}/${archive}`)
  if (!files) throw new Error('May was not archived.')
  return { files: new Map(files), signer: closer.signer }
}

const linesIn = (files: Files) => String(files.get('entries.jsonl')).split('\n').slice(0, -1)
const withLines = (files: Files, lines: readonly string[]): Files =>
  new Map(files).set('entries.jsonl', Buffer.from(lines.map((line) => `${line}\n`).join('')))

/** What is found when the lines of May have been changed. */
async function found(change: (lines: string[]) => readonly string[], entries = SIX) {
  const { files } = await closedMay(entries)
  return (await verifyMonth(archived(withLines(files, change(linesIn(files)))))).finding
}

const changed = (line = '') => line.replace('"shop-1', '"shop-2').replace('shop-1', 'shop-2')
const line = (lines: readonly string[], place: number) => lines[place - 1] ?? ''

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

describe('the rest of the archive is checked as well', () => {
  test('a list of hashes that was changed, cut or made longer', async () => {
    const { files } = await closedMay()
    const hashes = files.get('hashes.bin') ?? Buffer.alloc(0)
    const wrong = Buffer.from(hashes)
    wrong[70] = (wrong[70] ?? 0) ^ 1
    for (const [bytes, place] of [
      [wrong, 3],
      [hashes.subarray(0, 100), 4],
      [hashes.subarray(32), 1],
      [Buffer.concat([hashes, hashes.subarray(0, 32)]), 7],
      [Buffer.concat([hashes, Buffer.from('x')]), null],
    ] as const) {
      const { finding } = await verifyMonth(archived(new Map(files).set('hashes.bin', Buffer.from(bytes))))
      expect(finding).toMatchObject({ what: 'hashes_changed', place })
    }
  })

  test('entries and their hashes changed together: found, though not where', async () => {
    const { files } = await closedMay()
    const lines = linesIn(files)
    const together = async (after: readonly string[]) => {
      const hashes = Buffer.concat(after.map((one) => leafHash((JSON.parse(one) as { leaf: string }).leaf)))
      return (await verifyMonth(archived(withLines(files, after).set('hashes.bin', hashes)))).finding
    }
    expect(await together(lines.with(2, changed(line(lines, 3))))).toMatchObject({ what: 'entry_changed', place: null })
    expect(await together(lines.slice(1))).toMatchObject({ what: 'entry_dropped', place: null })
    expect(await together([...lines, line(lines, 1)])).toMatchObject({ what: 'entry_added', place: null })
    expect(await together(lines)).toBeNull()
  })

  test.each(['keys.json', 'checkpoint.jws', 'previous.jws', 'hashes.bin', 'entries.jsonl'] as const)(
    '%s that is missing',
    async (file) => {
      const { files } = await closedMay()
      files.delete(file)
      expect((await verifyMonth(archived(files))).finding).toMatchObject({
        what: 'file_missing',
        detail: expect.stringContaining(file),
      })
    },
  )

  test('a checkpoint that was changed, signed by somebody else, of another month, or not the one that stands', async () => {
    const { files, signer } = await closedMay()
    const jws = String(files.get('checkpoint.jws'))
    const [header, payload, signature] = jws.split('.') as [string, string, string]
    const check = async (forged: string, expected = {}) =>
      (await verifyMonth(archived(new Map(files).set('checkpoint.jws', Buffer.from(forged))), expected)).finding
    const other = await signCheckpoint({ ...trustedCheckpoint(jws), size: 5 }, anySigner())
    const smaller = Buffer.from(JSON.stringify({ ...trustedCheckpoint(jws), size: 5 })).toString('base64url')
    const none = Buffer.from('{"alg":"none","typ":"cleartier-checkpoint+jwt"}').toString('base64url')
    for (const forged of [`${header}.${smaller}.${signature}`, other, 'x', '', `${none}.${payload}.`]) {
      expect(await check(forged)).toMatchObject({ what: 'checkpoint_changed' })
    }
    expect(await check(jws, { keys: await anySigner().keys() })).toMatchObject({ what: 'checkpoint_changed' })
    expect(await check(jws, { month: '2026-04' })).toMatchObject({ what: 'checkpoint_changed' })
    const again = await signCheckpoint({ ...trustedCheckpoint(jws), closedAt: '2026-06-02T00:00:00.000Z' }, signer)
    expect(await check(again, { checkpoint: jws })).toMatchObject({ what: 'checkpoint_changed' })
  })

  test('a chain to the month before that is broken', async () => {
    const { files, signer } = await closedMay()
    const before = String(files.get('previous.jws'))
    const forged = await signCheckpoint({ ...trustedCheckpoint(before), size: 3 }, signer)
    const check = async (previous: string) =>
      (await verifyMonth(archived(new Map(files).set('previous.jws', Buffer.from(previous))))).finding
    expect(await check(forged)).toMatchObject({ what: 'chain_broken' })
    expect(await check(String(files.get('checkpoint.jws')))).toMatchObject({ what: 'chain_broken' })
    expect(await check(before)).toBeNull()
  })

  test('what is signed is an ordinary JWS, and says nothing of money', async () => {
    const { files, signer } = await closedMay(EVERY_KIND)
    const checkpoint = await readCheckpoint(String(files.get('checkpoint.jws')), await signer.keys())
    expect(checkpoint).toMatchObject({ program: 'rewards', month: '2026-05', size: 7, editions: [1] })
    expect(Object.keys(checkpoint ?? {}).toSorted()).toEqual([
      'archive',
      'closedAt',
      'editions',
      'firstEntry',
      'lastEntry',
      'month',
      'previous',
      'program',
      'root',
      'size',
    ])
  })
})
