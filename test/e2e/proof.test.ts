import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { verifyFile } from '#local/verify/verify-file.ts'
import { signIn } from './sign-in.ts'
import { openWindow } from './window.ts'

test('Anna takes the proof of an entry away, and it holds without the portal', async () => {
  const { page, complaints } = await openWindow()
  await signIn(page, 'anna')
  const link = page.getByRole('link', { name: /^Proof of order-1001/ }).first()
  await link.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('proof.json')
  const folder = mkdtempSync(join(tmpdir(), 'cleartier-proof-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const proof = join(folder, download.suggestedFilename())
  await download.saveAs(proof)
  const { holds, sentence } = await verifyFile(proof)
  expect(holds).toBe(true)
  expect(sentence).toMatch(/^The entry order-1001-\d+ is in \d{4}-\d{2}, under the pseudonym p-/)
  expect(complaints).toEqual([])
})
