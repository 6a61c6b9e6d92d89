import { SourceMap } from 'node:module'
import { transformSync } from 'esbuild'
import { expect, test } from 'vitest'
import { oneLineDown, withBuiltinsAtHand } from '../../infra/builtins-at-hand.ts'

const minified = (source: string) =>
  transformSync(source, { minify: true, format: 'esm', sourcemap: 'external', sourcefile: 'source.ts' })

test('modules of Node’s own are taken in every way in which they can be imported', () => {
  const { code } = minified(`
    import { createHash, randomUUID as id } from 'node:crypto'
    import * as zlib from 'node:zlib'
    import https from 'node:https'
    console.log(createHash, id, zlib, https)`)
  const [first = '', rest = ''] = withBuiltinsAtHand(code).split('\n')
  expect(first).toMatch(
    /^const \{createHash:(\w+),randomUUID:(\w+)\}=process\.getBuiltinModule\("node:crypto"\),(\w+)=process\.getBuiltinModule\("node:zlib"\),(\w+)=process\.getBuiltinModule\("node:https"\);$/,
  )
  const [, ...names] = /^const \{createHash:(\w+),randomUUID:(\w+)\}.*?,(\w+)=.*?,(\w+)=/.exec(first) ?? []
  expect(rest.replace(/[\s;]+/, '')).toBe(`console.log(${names.join(',')});`)
})

test('what is no module of Node’s own, and what is only said in a text, stays as it is', () => {
  const code = `import{a}from"./other.mjs";console.log('import(x)from"node:os"',a);`
  expect(withBuiltinsAtHand(code)).toBe(`\n${code}`)
})

test('a map of the bundle still leads to where something stands in its source', () => {
  const { code, map } = minified(`import { sep } from 'node:path'\nconsole.log(sep)\nhere()\n`)
  const lines = withBuiltinsAtHand(code).split('\n')
  const line = lines.findIndex((text) => text.includes('here'))
  const found = new SourceMap(JSON.parse(oneLineDown(map))).findEntry(line, lines[line]?.indexOf('here') ?? 0)
  expect(found).toMatchObject({ originalSource: 'source.ts', originalLine: 2, originalColumn: 0 })
})
