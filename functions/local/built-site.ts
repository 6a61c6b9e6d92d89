import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupFault } from './setup-fault.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Where the build of the pages stands. */
export const SITE_FOLDER = join(ROOT, 'web', 'dist')

/** The build depends on these and on nothing else. */
const SOURCES = ['web', 'functions/program', 'package-lock.json']
const NOT_SOURCES = new Set(['dist', '.astro', 'node_modules'])
const STAMP = join(SITE_FOLDER, 'sources.txt')

/** Builds the pages' server bundle unless it is there and fits the sources. True when it had to be built. */
export async function buildSiteIfStale(): Promise<boolean> {
  const sources = await fingerprint()
  const built = await readFile(STAMP, 'utf8').catch(() => null)
  if (built === sources) return false
  await runAstro()
  await writeFile(STAMP, sources)
  return true
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) await addTo(hash, source)
  return hash.digest('hex')
}

async function addTo(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const place = join(ROOT, path)
  const entries = await readdir(place, { withFileTypes: true }).catch(() => null)
  if (entries === null) {
    hash.update(`${path}\n`).update(await readFile(place))
    return
  }
  for (const { name } of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (!NOT_SOURCES.has(name)) await addTo(hash, `${path}/${name}`)
  }
}

function runAstro(): Promise<void> {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', NODE_ENV: 'production' }
  const astro = join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs')
  const child = spawn(process.execPath, [astro, 'build', '--root', 'web'], { cwd: ROOT, env, stdio: 'pipe' })
  const endIt = () => void child.kill()
  process.once('exit', endIt)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', endIt)
      if (code === 0) resolve()
      else reject(new SetupFault(`The pages could not be built (astro ended with ${code}):\n${said.trim()}`))
    })
  })
}
