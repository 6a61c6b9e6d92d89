import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Manifest } from '#finance/export-routes.ts'
import { connect } from '#ledger/client.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { createTable } from '#ledger/table.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { startDatabase } from '#local/dynoxide.ts'
import { LOCAL_TABLE } from '#local/local-table.ts'
import type { Bench, Figure } from './figure.ts'
import { storeUses } from './many-uses.ts'

/** EXPORT_BENCH_USES=100000 makes a shorter bench of it. */
const USES = Number(process.env.EXPORT_BENCH_USES ?? 1_000_000)
const CHILD = fileURLToPath(new URL('exporting-child.ts', import.meta.url))

async function exportFigures(): Promise<Figure[]> {
  const database = await startDatabase()
  const client = connect({ endpoint: database.endpoint, requestTimeoutMs: 60_000 })
  const folder = await mkdtemp(join(tmpdir(), 'cleartier-export-'))
  try {
    await createTable(client, LOCAL_TABLE)
    await publishDemoProgram(openLedger({ client, table: LOCAL_TABLE, now: Date.now }))
    const began = performance.now()
    await storeUses(client, LOCAL_TABLE, USES)
    const stored = (performance.now() - began) / 1_000
    const { seconds, bytes } = await exported(database.endpoint, folder)
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest
    const size = manifest.files[0]?.bytes ?? 0
    return [
      { what: 'uses stored for it, by batches of items', value: Math.round(stored), unit: 's' },
      { what: 'uses exported', value: manifest.rows, unit: '', atLeast: USES },
      {
        what: 'exported to Parquet by the command, from its start to its end',
        value: round(seconds),
        unit: 's',
        atMost: 60,
      },
      { what: 'memory of that process at its most (max RSS)', value: Math.round(bytes / 1e6), unit: 'MB', atMost: 300 },
      { what: 'the file', value: round(size / 1e6), unit: 'MB' },
    ]
  } finally {
    client.destroy()
    await rm(folder, { recursive: true })
    await database.stop()
  }
}

/** Runs the command in a process of its own, which says at its end how much memory it took. */
async function exported(endpoint: string, folder: string): Promise<{ seconds: number; bytes: number }> {
  const began = performance.now()
  const args = [...(await flags()), CHILD, '--format', 'parquet', '--period', '2026-05', '--out', folder]
  const env = { ...process.env, DYNAMODB_ENDPOINT: endpoint, DATA_DIR: folder }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`The export ended with ${code}: ${said}`)
  return { seconds: (performance.now() - began) / 1_000, bytes: Number(said.trim().split('\n').at(-1)) }
}

/** What the script "export" tells Node about memory. */
async function flags(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  return scripts.export?.match(/--\S+/g) ?? []
}

const round = (value: number) => Math.round(value * 10) / 10

export const bench: Bench = { name: 'Export', run: exportFigures }
