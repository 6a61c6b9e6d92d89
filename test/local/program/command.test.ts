import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSiteIfStale } from '#local/built-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'cleartier-program-'))
const command = join(import.meta.dirname, '..', '..', '..', 'functions', 'local', 'program.ts')
const file = join(folder, 'program.yaml')

beforeAll(() => buildSiteIfStale(), 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  readonly code: number
  readonly said: string
}

/** Runs the command as somebody would in a terminal, on a data folder unless it is told of none. */
function run(args: readonly string[], dataDir = join(folder, 'data')): Promise<Ran> {
  const env = { ...process.env, DYNAMODB_ENDPOINT: '', DATA_DIR: dataDir }
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr })
    })
  })
}

test('a team writes its program in a file, and publishes it from a terminal', async () => {
  expect(await run(['export', file], '')).toMatchObject({
    code: 0,
    said: expect.stringContaining('Edition 2 is written'),
  })
  expect(await run(['check', file])).toEqual({ code: 0, said: 'Nothing is to be said about it.\n' })
  const asked = ['publish', file, '--from', '2026-01']
  expect((await run(asked)).said).toContain('Nothing was published. Add --yes')
  expect((await run([...asked, '--yes'])).said).toContain('Published: edition 1, revision 1, from 2026-01')
  expect(readFileSync(join(folder, 'data', 'pages', 'current'), 'utf8')).toMatch(/^1-/)
  writeFileSync(file, readFileSync(file, 'utf8').replace('"2500.00"', '"2400.00"'))
  expect((await run(['diff', file])).said).toMatch(/^Platinum: spend in 12 months from £2,500 to £2,400, from 1 /)
  const late = await run(['publish', file, '--from', '2026-01', '--yes'])
  expect(late).toMatchObject({
    code: 1,
    said: expect.stringContaining('--from: error: Another edition that is published takes effect in January 2026'),
  })
}, 60_000)

test.each([
  [['publish', file, '--yes'], '', 'Say where to publish: DATA_DIR names a folder'],
  [['check', join(folder, 'none.yaml')], '', 'cannot be read (ENOENT)'],
  [['sing'], '', '"sing" is nothing that can be done here.'],
])('what cannot begin says why: %s', async (args, dataDir, said) => {
  expect(await run(args, dataDir)).toMatchObject({ code: 2, said: expect.stringContaining(said) })
})
