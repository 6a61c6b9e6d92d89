import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SourceFile {
  /** From the root, with slashes: "functions/program/money.ts". */
  readonly path: string
  readonly lines: number
  /** What it imports or re-exports, as written. */
  readonly imports: readonly Import[]
}

export interface Import {
  readonly from: string
  /** It imports nothing but types. */
  readonly isTypeOnly: boolean
}

const ROOT = join(import.meta.dirname, '..', '..')
const WRITTEN_HERE = ['functions', 'infra', 'test', 'web']
const SOURCE = /\.(?:ts|cjs|mjs|js|astro|css|sql)$/
const NOT_SOURCES = new Set(['dist', 'node_modules', '.astro', 'cdk.out', 'public', 'fonts'])

/** Every source file of the project. */
export function sourceFiles(): readonly SourceFile[] {
  return WRITTEN_HERE.flatMap(filesBelow)
}

function filesBelow(folder: string): SourceFile[] {
  return entriesOf(folder).flatMap((entry) => {
    if (NOT_SOURCES.has(entry.name)) return []
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(path)
    return SOURCE.test(entry.name) ? [sourceFile(path)] : []
  })
}

function entriesOf(folder: string) {
  try {
    return readdirSync(join(ROOT, folder), { withFileTypes: true })
  } catch {
    return []
  }
}

function sourceFile(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8')
  return { path, lines: text.trimEnd().split('\n').length, imports: importsOf(text) }
}

/** Statements `import … from`, `export … from`, bare `import '…'`, and `import('…')` in types and code. */
const STATEMENT = /^\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const CALL = /\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.)?/g

/** What a source text imports. A type-only import leaves nothing behind when it runs. */
export function importsOf(text: string): readonly Import[] {
  const statements = [...text.matchAll(STATEMENT)].map(([, , type, from = '']) => ({
    from,
    isTypeOnly: type !== undefined,
  }))
  const calls = [...text.matchAll(CALL)].map(([, from = '', member]) => ({ from, isTypeOnly: member !== undefined }))
  return [...statements, ...calls]
}
