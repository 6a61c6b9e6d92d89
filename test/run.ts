import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `npm test`: everything that must hold, one step after the other, with one line a step and the output of those that fail.
 * Steps that check count as one each. The last line is "N passed, N failed" (and ", N skipped" where some were).
 */
const ROOT = join(import.meta.dirname, '..')
const CACHE = join(ROOT, 'node_modules', '.cache')
const REPORT = join(CACHE, `vitest-${process.pid}.json`)
const ENV = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ASTRO_TELEMETRY_DISABLED: '1' }

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface Step {
  readonly name: string
  /** The program that node runs, from the root, and what it is told. */
  readonly command: readonly [string, ...string[]]
  /** How many passed and failed, where the step knows; otherwise it is one. */
  readonly counts?: () => Counts | null
}

const STEPS: readonly Step[] = [
  { name: 'Style and lint', command: [bin('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'Types', command: [bin('typescript', 'bin/tsc'), '--noEmit'] },
  { name: 'Types of the pages', command: [bin('astro', 'bin/astro.mjs'), 'check', '--root', 'web'] },
  { name: 'Build of the pages', command: ['functions/local/build-site.ts'] },
  {
    name: 'Tests',
    command: [
      bin('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORT}`,
    ],
    counts: vitestCounts,
  },
]

let running: ReturnType<typeof spawn> | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
process.once('exit', () => running?.kill())

mkdirSync(CACHE, { recursive: true })
const total = { passed: 0, failed: 0, skipped: 0 }
for (const step of STEPS) {
  const { passed, failed, skipped } = await take(step)
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}
rmSync(REPORT, { force: true })
process.exitCode = total.failed === 0 ? 0 : 1
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped === 0 ? '' : `, ${total.skipped} skipped`}`)

async function take({ name, command, counts }: Step): Promise<Counts> {
  const begun = performance.now()
  const { code, output } = await run(command)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (code !== 0) console.log(output.trimEnd())
  return withCode(counts?.() ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 }, code)
}

/** A step that ended badly has failed, even if it counted no failure (a set-up that broke, a file that did not load). */
function withCode(counts: Counts, code: number): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function run([program, ...words]: Step['command']): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawn(process.execPath, [program, ...words], { cwd: ROOT, env: ENV, stdio: ['ignore', 'pipe', 'pipe'] })
  running = child
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

function vitestCounts(): Counts | null {
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Readonly<Record<string, number>>
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
  } catch {
    return null
  }
}

function bin(name: string, file: string): string {
  return join(ROOT, 'node_modules', name, file)
}
