import { spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const CDK = join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk')

/** What ends a command from outside, and with it the CDK, so that nothing goes on that nobody sees. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs the CDK with its own output, and answers its exit code. What it asks is asked of whoever sits at the terminal. */
export type RunCdk = (...given: readonly string[]) => Promise<number>

export const runCdk: RunCdk = (...given) => {
  const child = spawn(process.execPath, [CDK, ...given], { cwd: ROOT, stdio: 'inherit' })
  for (const ending of ENDINGS) process.once(ending, () => child.kill(ending))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    // Ended by a signal it has no code; nobody knows then what was done.
    child.once('close', (code) => resolve(code ?? 1))
  })
}
