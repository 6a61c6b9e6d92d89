import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { connect } from '#ledger/client.ts'
import { createTable } from '#ledger/table.ts'
import { type Bench, byLedger } from './conformance/by-ledger.ts'
import { byFold, type Miss, missesOf } from './conformance/run.ts'
import { type Vector, type VectorSource, vectorOf } from './conformance/vector.ts'
import { startDatabase } from './dynoxide.ts'

/**
 * `npm run conformance -- FILE...`: asks every case of the files twice, of the pure fold and of the real ledger. Prints each
 * case that fails, and how many did.
 */
const USAGE =
  'Usage: npm run conformance -- FILE... [--seed NUMBER]\nA FILE is a list of cases as in spec/vectors/standing.json.'

/** A case, or why it is none. */
type Case = { readonly name: string } & ({ readonly vector: Vector } | { readonly fault: string })

function readCases(file: string): Case[] {
  let sources: unknown
  try {
    sources = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`)
  }
  if (!Array.isArray(sources)) throw new Error(`${file} is not a list of cases. It begins with "[".`)
  return sources.map((source: VectorSource) => {
    try {
      return { name: source.name, vector: vectorOf(source) }
    } catch (error) {
      return { name: String(source?.name), fault: (error as Error).message }
    }
  })
}

function printMisses(name: string, misses: readonly Miss[]): void {
  console.log(`\n✗ ${name}`)
  for (const { asOf, way, expected, actual } of misses) {
    console.log(`  as of ${asOf}, ${way}`)
    console.log(`    expected ${JSON.stringify(expected)}`)
    console.log(`    actual   ${typeof actual === 'string' ? actual : JSON.stringify(actual)}`)
  }
}

interface Tally {
  passed: number
  failed: number
}

async function runCases(cases: readonly Case[], bench: Bench): Promise<Tally> {
  const tally = { passed: 0, failed: 0 }
  for (const [number, found] of cases.entries()) {
    if ('fault' in found) {
      tally.failed += 2
      console.log(`\n✗ ${found.name}\n  ${found.fault}`)
      continue
    }
    const { vector } = found
    const folded = await missesOf(vector, byFold(vector))
    const recorded = await missesOf(vector, await byLedger(bench, vector, number))
    if (folded.length + recorded.length > 0) printMisses(vector.name, [...folded, ...recorded])
    for (const misses of [folded, recorded]) {
      if (misses.length === 0) tally.passed++
      else tally.failed++
    }
  }
  return tally
}

async function run(files: readonly string[], seed: number): Promise<boolean> {
  const cases = files.flatMap(readCases)
  const database = await startDatabase()
  const client = connect({ endpoint: database.endpoint })
  try {
    await createTable(client, 'conformance')
    const { passed, failed } = await runCases(cases, { client, table: 'conformance', seed })
    console.log(`${cases.length} cases, each by the fold and by the ledger (seed ${seed}).`)
    console.log(`${passed} passed, ${failed} failed`)
    return failed === 0
  } finally {
    client.destroy()
    await database.stop()
  }
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' } },
  })
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed)) throw new Error(`"${values.seed}" is not a seed. Give a whole number.`)
  if (positionals.length === 0) throw new Error(`Name a file of cases.\n${USAGE}`)
  process.exitCode = (await run(positionals, seed)) ? 0 : 1
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
