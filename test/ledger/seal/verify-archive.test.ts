import { describe, expect, test } from 'vitest'
import { readCheckpoint, signCheckpoint, trustedCheckpoint } from '#ledger/seal/checkpoint.ts'
import { leafHash } from '#ledger/seal/merkle.ts'
import { verifyMonth } from '#ledger/seal/verify-month.ts'
import { EVERY_KIND } from './booked-months.ts'
import { changed, closedMay, line, linesIn, withLines } from './closed-may.ts'
import { anySigner, archived } from './memory-archive.ts'

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

  test('a byte order mark before the entries, which nobody signed', async () => {
    const { files } = await closedMay()
    const entries = files.get('entries.jsonl') ?? Buffer.alloc(0)
    const marked = Buffer.concat([Buffer.from('\uFEFF'), entries])
    expect((await verifyMonth(archived(new Map(files).set('entries.jsonl', marked)))).finding).toMatchObject({
      ...{ what: 'entry_changed', place: 1 },
    })
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
