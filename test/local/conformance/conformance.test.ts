import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'cleartier-conformance-'))
afterAll(() => rmSync(folder, { recursive: true }))

const own = path.join(import.meta.dirname, 'cases.json')
const shared = path.join(import.meta.dirname, '../../../../shared/spec/vectors/standing.json')

function conformance(...args: string[]) {
  const command = path.join(import.meta.dirname, '../../../functions/local/conformance.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })
  return { status, lines: stdout.trim().split('\n'), stderr: stderr.trim() }
}

function written(name: string, text: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

describe('npm run conformance', () => {
  test('answers every case alike by the fold and by the ledger', () => {
    const { status, lines } = conformance(own)
    expect([status, lines.at(-1)]).toEqual([0, '2 passed, 0 failed'])
  })

  test('prints a failing case with what it expects and what came, and fails', () => {
    const wrong = written('wrong.json', readFileSync(own, 'utf8').replace('"249.99"', '"250.00"'))
    const { status, lines } = conformance(wrong)
    expect([status, lines.at(-1)]).toEqual([1, '0 passed, 2 failed'])
    expect(lines.filter((line) => line.includes('expected'))[0]).toContain('"250.00"')
    expect(lines.filter((line) => line.includes('actual'))).toHaveLength(3)
  })

  test('counts a case it cannot read as failed, and says why', () => {
    const { status, lines } = conformance(written('odd.json', readFileSync(own, 'utf8').replace('"50.01"', '"50.001"')))
    expect([status, lines.at(-1)]).toEqual([1, '0 passed, 2 failed'])
    expect(lines.join('\n')).toContain('"50.001" has 3 decimals, GBP has 2')
  })

  test.each([
    [[], 'Name a file of cases.'],
    [['nowhere.json'], 'nowhere.json cannot be read'],
    [[own, '--seed', 'x'], '"x" is not a seed'],
    [[own, '--sed', '1'], "Unknown option '--sed'"],
  ])('says what is wrong with %j', (args, message) => {
    const { status, stderr } = conformance(...args)
    expect(status).toBe(1)
    expect(stderr).toContain(message)
  })

  test('refuses a file that is no list of cases', () => {
    expect(conformance(written('object.json', '{}')).stderr).toContain('is not a list of cases')
    expect(conformance(written('text.json', 'cases')).stderr).toContain('cannot be read')
  })

  test.skipIf(!existsSync(shared))('passes the published cases (skipped where ../shared is not there)', () => {
    const { status, lines } = conformance(shared)
    expect([status, lines.at(-1)]).toEqual([0, '106 passed, 0 failed'])
  })
})
