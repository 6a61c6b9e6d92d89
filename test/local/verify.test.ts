import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { archiveZip } from '#finance/archive-zip.ts'
import { wholeOf } from '#ledger/seal/archive.ts'
import { trustedCheckpoint } from '#ledger/seal/checkpoint.ts'
import { archivedMonth, closeMonth } from '#ledger/seal/close-month.ts'
import { openFolderArchive } from '#ledger/seal/folder-archive.ts'
import { leafMaker } from '#ledger/seal/leaf.ts'
import { proofOf } from '#ledger/seal/proof.ts'
import { UnreadableFault, verifyFile } from '#local/verify/verify-file.ts'
import { bought, closerOf, EVERY_KIND, KEY, MAY, memoryBooks, noted } from '../ledger/seal/booked-months.ts'
import { anySigner } from '../ledger/seal/memory-archive.ts'

const OWN = 'It was checked by the keys that came with it; --keys checks by those you have had from elsewhere.'

/** May closed into a folder, and beside it what is downloaded: the ZIP file, a proof, and keys. */
async function files(entries = EVERY_KIND) {
  const folder = mkdtempSync(join(tmpdir(), 'cleartier-verify-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const archive = openFolderArchive(folder)
  const closer = {
    ...closerOf(
      memoryBooks(
        new Map([
          [MAY - 1, [bought(9)]],
          [MAY, entries],
        ]),
      ),
    ),
    archive,
  }
  await closeMonth(closer, MAY - 1, 'finn')
  const closed = await closeMonth(closer, MAY, 'finn')
  if (closed.kind !== 'closed') throw new Error(closed.kind)
  const month = archivedMonth(archive, closed.closing)
  const at = (name: string) => join(folder, name)
  await writeFile(at('may.zip'), await wholeOf(archiveZip(month, closed.closing.closedAt)))
  await writeFile(
    at('proof.json'),
    JSON.stringify((await proofOf(month, leafMaker(KEY)(noted(2)), closed.closing.checkpoint)) ?? null),
  )
  await writeFile(at('ours.json'), JSON.stringify(await closer.signer.keys()))
  await writeFile(at('others.json'), JSON.stringify(await anySigner().keys()))
  const attempt = trustedCheckpoint(closed.closing.checkpoint).archive
  return { at, inMay: (name: string) => at(join('2026-05', attempt, name)) }
}

describe('whoever has only the files checks', () => {
  test.each(['2026-05', 'may.zip'])('a month: %s', async (name) => {
    const { at } = await files()
    expect(await verifyFile(at(name))).toEqual({
      holds: true,
      sentence: `2026-05 holds: 7 entries are as signed. ${OWN}`,
    })
    expect(await verifyFile(at(name), at('ours.json'))).toEqual({
      holds: true,
      sentence: '2026-05 holds: 7 entries are as signed.',
    })
    expect(await verifyFile(at(name), at('others.json'))).toMatchObject({ holds: false })
  })

  test('a month in which nothing happened', async () => {
    const { at } = await files([])
    expect(await verifyFile(at('may.zip'), at('ours.json'))).toMatchObject({ holds: true })
  })

  test('one entry, by its proof', async () => {
    const { at } = await files()
    const { holds, sentence } = await verifyFile(at('proof.json'), at('ours.json'))
    expect(holds).toBe(true)
    expect(sentence).toMatch(/^The entry o-2 is in 2026-05, under the pseudonym p-[a-z2-7]{26}, as it was signed\.$/)
    expect(await verifyFile(at('proof.json'), at('others.json'))).toMatchObject({ holds: false })
  })
})

describe('what does not hold is said in a sentence', () => {
  test('of a month, with the entry and its place', async () => {
    const { at, inMay } = await files()
    const lines = (await readFile(inMay('entries.jsonl'), 'utf8')).split('\n')
    await writeFile(inMay('entries.jsonl'), lines.with(0, (lines[0] ?? '').replace(':100,', ':900,')).join('\n'))
    expect(await verifyFile(at('2026-05'))).toEqual({
      holds: false,
      sentence: '2026-05 does not hold. The entry o-0 at place 1 was changed.',
    })
  })

  test('of a proof', async () => {
    const { at } = await files()
    const proof = JSON.parse(await readFile(at('proof.json'), 'utf8'))
    await writeFile(at('proof.json'), JSON.stringify({ ...proof, index: 4 }))
    expect(await verifyFile(at('proof.json'))).toEqual({
      holds: false,
      sentence: 'The proof does not hold. The entry is not among those that were signed.',
    })
  })
})

describe('what cannot be checked at all says what to do', () => {
  test.each([
    ['nothing.zip', 'There is no'],
    ['broken.zip', 'is no ZIP file'],
    ['empty.zip', 'is no ZIP file'],
    ['text.json', 'is no proof'],
    ['none.json', 'is no proof'],
  ])('%s', async (name, said) => {
    const { at } = await files()
    const zip = await readFile(at('may.zip'))
    await writeFile(at('broken.zip'), zip.subarray(0, zip.length - 30))
    await writeFile(at('empty.zip'), '')
    await writeFile(at('text.json'), 'text')
    await writeFile(at('none.json'), '{}')
    const checking = verifyFile(at(name))
    await expect(checking).rejects.toThrow(UnreadableFault)
    await expect(checking).rejects.toThrow(said)
  })

  test('a file of keys that holds none', async () => {
    const { at } = await files()
    await expect(verifyFile(at('may.zip'), at('proof.json'))).rejects.toThrow('holds no keys')
    await expect(verifyFile(at('may.zip'), at('may.zip'))).rejects.toThrow('holds no keys')
  })

  test('a ZIP file whose content was damaged', async () => {
    const { at } = await files()
    const zip = await readFile(at('may.zip'))
    // Where the first file's content begins: no packed data does so.
    zip.fill(0xff, 30 + 'keys.json'.length, 60)
    await writeFile(at('may.zip'), zip)
    await expect(verifyFile(at('may.zip'))).rejects.toThrow('is no ZIP file, or a damaged one')
  })
})
