import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'

export interface Chromium {
  readonly executablePath: string
  /** What has to be added to its environment on a machine that lacks libraries or fonts. */
  readonly env: Readonly<Record<string, string>>
}

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache')

/** The browser the tests use: the one CHROMIUM_PATH names, else the one that npm brought, unpacked once. */
export async function chromiumHere(): Promise<Chromium> {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (!existsSync(named))
      throw new Error(`There is no browser at ${named}, which CHROMIUM_PATH names. Correct it or clear it.`)
    return { executablePath: named, env: {} }
  }
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  return { executablePath, env: { ...librariesFor(executablePath, folder), ...fontsFor(folder) } }
}

/** Unpacks beside its place and moves it there, so that an interrupted run leaves nothing half-done. */
async function unpacked(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const bin = join(dirname(manifest), '..', 'bin')
  const { version } = createRequire(import.meta.url)('playwright-core/package.json') as { version: string }
  const folder = join(CACHE, `chromium-for-${version}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = unfinished
  try {
    for (const archive of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(bin, archive))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  if (existsSync(folder)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, folder)
  return folder
}

/** Only where the machine lacks some, because libraries of another system can do harm where it does not. */
function librariesFor(executablePath: string, folder: string): Chromium['env'] {
  const found = execFileSync('ldd', [executablePath], { encoding: 'utf8' })
  return found.includes('not found') ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {}
}

const fontsFor = (folder: string): Chromium['env'] =>
  existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
