import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type Socket } from 'node:net'
import path from 'node:path'

/** A database on this machine. */
export interface LocalDatabase {
  readonly endpoint: string
  /** Ends the database if it was started here; resolves when it has ended. */
  stop(): Promise<void>
}

/** The database cannot be had; the message says what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
}

const VERSION = '1.2.1'
/** The layout of a data folder. Raised whenever an older Cleartier could no longer read what a newer one wrote. */
const DATA_VERSION = 2
const READY_WITHIN_MS = 20_000

/**
 * Starts the embedded database on a free port of 127.0.0.1, in memory or, with `dataDir`, in a file there. When the
 * environment names a `DYNAMODB_ENDPOINT`, that one is used and nothing is started. The database ends with this process.
 * Throws {@link DatabaseError}.
 */
export async function startDatabase(options: { readonly dataDir?: string } = {}): Promise<LocalDatabase> {
  const named = process.env.DYNAMODB_ENDPOINT
  if (named) return { endpoint: await answering(named), stop: async () => {} }
  const file = options.dataDir === undefined ? [] : ['--db-path', dataFile(options.dataDir)]
  const port = await freePort()
  const [command, ...rest] = launcher()
  const child = spawn(command, [...rest, '--port', String(port), ...file], { stdio: ['ignore', 'ignore', 'pipe'] })
  const stop = () => end(child)
  endWithThisProcess(child)
  try {
    await ready(child, port)
  } catch (error) {
    await stop()
    throw error
  }
  // The database does not keep this process alive, and neither does listening to it (a pipe is a socket here).
  const stderr = child.stderr.resume() as Socket
  stderr.unref()
  child.unref()
  return { endpoint: `http://127.0.0.1:${port}`, stop }
}

/** The binary that npm installed for this machine, or the same version through npx where there is none. */
function launcher(): [string, ...string[]] {
  const binary = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide'
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `@dynoxide/${process.platform}-${process.arch}/package.json`,
    )
    return [path.join(path.dirname(manifest), binary)]
  } catch {
    return [process.platform === 'win32' ? 'npx.cmd' : 'npx', '--yes', `dynoxide@${VERSION}`]
  }
}

/** The database file of a data folder, whose version is checked before anything in it is touched. */
function dataFile(dataDir: string): string {
  const versionFile = path.join(dataDir, 'version')
  if (existsSync(versionFile)) checkVersion(dataDir, readFileSync(versionFile, 'utf8').trim())
  else makeFolder(dataDir, versionFile)
  return path.join(dataDir, 'ledger.db')
}

function checkVersion(dataDir: string, text: string): void {
  const version = /^\d{1,6}$/.test(text) ? Number(text) : undefined
  if (version === DATA_VERSION) return
  if (version !== undefined && version < DATA_VERSION) {
    throw new DatabaseError(
      `The data folder ${dataDir} was written by an older Cleartier: its layout is version ${version}, this one reads ` +
        `version ${DATA_VERSION}. Nothing was changed. Name another folder in DATA_DIR, or move this one away and start ` +
        'anew; what your shops reported can be imported again.',
    )
  }
  const why =
    version === undefined
      ? `The file "version" in the data folder ${dataDir} says ${JSON.stringify(text.slice(0, 40))}, which is no version.`
      : `The data folder ${dataDir} was written by a newer Cleartier: its layout is version ${version}, this one reads version ${DATA_VERSION}.`
  throw new DatabaseError(`${why} Nothing was changed. Update Cleartier, or name another folder in DATA_DIR.`)
}

function makeFolder(dataDir: string, versionFile: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(versionFile, `${DATA_VERSION}\n`)
  } catch (error) {
    const why = `The data folder ${dataDir} cannot be written to (${(error as Error).message}).`
    throw new DatabaseError(`${why} Give this user the right to write there, or name another folder in DATA_DIR.`)
  }
}

/** On a signal the child goes first, unless somebody else sees to an orderly end. */
function endWithThisProcess(child: ChildProcess): void {
  const kill = () => void child.kill()
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 0) return
    kill()
    process.kill(process.pid, signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  process.once('exit', kill)
  for (const signal of signals) process.once(signal, onSignal)
  child.once('exit', () => {
    process.off('exit', kill)
    for (const signal of signals) process.off(signal, onSignal)
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new DatabaseError('There is no free port on 127.0.0.1.')
  return address.port
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  let said = ''
  child.stderr?.on('data', (text) => {
    said += text
  })
  let failure: string | undefined
  child.once('error', (error) => {
    failure = error.message
  })
  child.once('exit', (code) => {
    failure ??= `It ended with ${code}: ${said.trim()}`
  })
  const until = performance.now() + READY_WITHIN_MS
  while (!(await answers(`http://127.0.0.1:${port}`))) {
    if (failure === undefined && performance.now() > until)
      failure = `It did not answer within ${READY_WITHIN_MS / 1000} s.`
    if (failure !== undefined) {
      throw new DatabaseError(
        `The embedded database could not be started. ${failure}\nRun "npm ci", or start any DynamoDB yourself and name ` +
          'it in DYNAMODB_ENDPOINT, as in http://127.0.0.1:8000.',
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function answering(endpoint: string): Promise<string> {
  if (URL.canParse(endpoint) && (await answers(endpoint))) return endpoint
  throw new DatabaseError(
    `No database answers at ${endpoint}, which DYNAMODB_ENDPOINT names. Start it, or clear DYNAMODB_ENDPOINT to use the ` +
      'embedded one.',
  )
}

/** Any answer will do: an unsigned request is refused, but only by a database that is up. */
async function answers(endpoint: string): Promise<boolean> {
  try {
    const answer = await fetch(endpoint, { method: 'POST', body: '{}', signal: AbortSignal.timeout(2_000) })
    await answer.arrayBuffer()
    return true
  } catch {
    return false
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    // Whoever waits for the end has to be kept alive until it has come.
    child.ref()
    child.kill()
  })
}
