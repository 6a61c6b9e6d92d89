import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseYaml, readYaml } from '#local/program/read-yaml.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cleartier-yaml-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const written = async (content: string | Uint8Array) => {
  const file = join(folder, 'program.yaml')
  await writeFile(file, content)
  return file
}

const BOMB = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...'bcdefghi'.split('').map((name, index) => {
    const before = 'abcdefgh'[index]
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`
  }),
].join('\n')

describe('a file is refused with its line', () => {
  test.each([
    ['a bomb of aliases', BOMB, 'line 1: Anchors and aliases'],
    ['an anchor that nobody uses', 'id: x\nname: &n Rewards', 'line 2: Anchors and aliases'],
    ['an alias that leads nowhere', 'id: *nowhere', 'line 1: '],
    ['a tag', 'id: x\nname: !!binary aGk=', 'line 2: Tags (!) are not read here.'],
    ['a tag of one’s own', 'name: !run rm', 'line 1: '],
    ['a merge', 'a: { b: 1 }\nc:\n  <<: { d: 1 }\n__proto__: 1', 'line 4: No field has the name "__proto__".'],
    ['a name that stands twice', 'id: x\nname: One\nname: Two', 'line 3: Map keys must be unique.'],
    ['what is no YAML', 'id: [1', 'line 1: '],
    ['two documents', 'id: x\n---\nid: y', 'line 2: '],
  ])('%s', (_, text, expected) => {
    expect(() => parseYaml(text, 'program.yaml')).toThrow(`program.yaml, ${expected}`)
  })

  test('a depth that no program needs', () => {
    const deep = '['.repeat(100_000)
    expect(() => parseYaml(deep, 'program.yaml')).toThrow('program.yaml is nested too deeply.')
  })

  test('ten megabytes, before they are read', async () => {
    const file = await written('x'.repeat(10_000_000))
    await expect(readYaml(file)).rejects.toThrow('has 10000000 bytes, and a program has at most 1000000.')
  })

  test('bytes that are no text', async () => {
    await expect(readYaml(await written(Uint8Array.of(0xff, 0xfe, 0x00)))).rejects.toThrow('is not valid UTF-8.')
  })

  test('a file that is none, and a folder', async () => {
    await expect(readYaml(join(folder, 'none.yaml'))).rejects.toThrow('cannot be read (ENOENT). Check its name.')
    await expect(readYaml(folder)).rejects.toThrow('cannot be read (EISDIR). Check its name.')
  })
})

test('places are found by line, and what is missing by what should hold it', () => {
  const { value, lineOf } = parseYaml('id: x\ntiers:\n  - id: a\n  - id: b\n    qualify:\n      - spend: "1.00"\n', 'f')
  expect(value).toEqual({ id: 'x', tiers: [{ id: 'a' }, { id: 'b', qualify: [{ spend: '1.00' }] }] })
  expect(['/id', '/tiers/1', '/tiers/1/qualify/0/spend', '/tiers/0/name', '/perks'].map(lineOf)).toEqual([
    1, 4, 6, 3, 1,
  ])
})
