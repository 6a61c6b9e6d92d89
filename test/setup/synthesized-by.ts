import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '..', '..')

/** What a synthesis wrote while it ran: errors among it, where it found some. */
export interface Synthesis {
  readonly isGood: boolean
  readonly said: string
}

/** What the command line says besides: templates tell where each function's code lies. */
const FROM_THE_COMMAND_LINE = {
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:version-reporting': false,
}

/**
 * Synthesises the app into a folder as the CDK's command line has it done: in a process of its own, which is told the context
 * of `cdk.json` and whatever is said besides (`-c name=value`).
 */
export async function synthesizedBy(said: Readonly<Record<string, unknown>>, folder: string): Promise<Synthesis> {
  const { context } = JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8')) as { context: object }
  const env = {
    ...process.env,
    CDK_OUTDIR: folder,
    CDK_CONTEXT_JSON: JSON.stringify({ ...FROM_THE_COMMAND_LINE, ...context, ...said }),
  }
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['infra/app.ts'], { cwd: ROOT, env })
    return { isGood: true, said: stdout + stderr }
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string }
    return { isGood: false, said: stdout + stderr }
  }
}
