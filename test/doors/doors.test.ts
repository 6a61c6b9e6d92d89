import { basename, extname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isAllowed, roomOf } from './doors.ts'
import { importsOf, sourceFiles } from './source-files.ts'

const files = sourceFiles()
const LONGEST = 250
const SAYS_NOTHING = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'types', 'misc', 'index'])

describe('the doors between the rooms', () => {
  test('every file imports only from rooms that its own has a door to', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports.filter((one) => !isAllowed(path, one)).map(({ from }) => `${path} imports ${from}`),
    )
    expect(wrong).toEqual([])
  })

  test('the rules of the program import no package at all, not even Node’s own', () => {
    expect(isAllowed('functions/program/money.ts', { from: 'node:fs', isTypeOnly: false })).toBe(false)
    expect(isAllowed('functions/program/money.ts', { from: './currency.ts', isTypeOnly: false })).toBe(true)
  })

  test('a portal that reaches into the desk is found, by either way of writing it', () => {
    for (const from of ['#desk/app.ts', '../desk/app.ts']) {
      expect(isAllowed('functions/portal/app.ts', { from, isTypeOnly: false })).toBe(false)
    }
  })

  test('a page may know the type of an answer, but not run the app that gives it', () => {
    const from = '#portal/app.ts'
    expect(isAllowed('web/standing/start.ts', { from, isTypeOnly: true })).toBe(true)
    expect(isAllowed('web/standing/start.ts', { from, isTypeOnly: false })).toBe(false)
  })

  test('a stack that imports what it deploys is found', () => {
    expect(isAllowed('infra/functions.ts', { from: '../functions/portal/app.ts', isTypeOnly: false })).toBe(false)
  })

  test('a room that is not in the table has no doors', () => {
    expect(isAllowed('functions/cellar/wine.ts', { from: '#program/money.ts', isTypeOnly: false })).toBe(false)
  })

  test('imports are found however they are laid out', () => {
    const text = [
      "import { a } from './a.ts'",
      "import type { B } from '#http/b.ts'",
      "import {\n  c,\n  d,\n} from '#ledger/c.ts'",
      "import './e.css'",
      "export { f } from './f.ts'",
      "const g = await import('./g.ts')",
      "type H = import('./h.ts').H",
    ].join('\n')
    expect(importsOf(text)).toEqual([
      { from: './a.ts', isTypeOnly: false },
      { from: '#http/b.ts', isTypeOnly: true },
      { from: '#ledger/c.ts', isTypeOnly: false },
      { from: './e.css', isTypeOnly: false },
      { from: './f.ts', isTypeOnly: false },
      { from: './g.ts', isTypeOnly: false },
      { from: './h.ts', isTypeOnly: true },
    ])
  })
})

describe('the files', () => {
  test('there are some in every room that has work to do', () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)))
    for (const room of ['program', 'ledger', 'http', 'portal', 'web', 'local', 'test']) expect(rooms).toContain(room)
  })

  test(`none is longer than ${LONGEST} lines`, () => {
    expect(files.filter(({ lines }) => lines > LONGEST).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  })

  test('each is named after the one thing it holds', () => {
    const isPage = (path: string) => path.startsWith('web/pages/')
    const vague = files.filter(({ path }) => SAYS_NOTHING.has(basename(path, extname(path))) && !isPage(path))
    expect(vague.map(({ path }) => path)).toEqual([])
  })

  test('names are written in kebab-case', () => {
    const odd = files.filter(({ path }) => !/^(?:\[\w+\]|[a-z0-9-]+)(?:\.[a-z0-9-]+)*$/.test(basename(path)))
    expect(odd.map(({ path }) => path)).toEqual([])
  })
})
