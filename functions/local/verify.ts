import { parseArgs } from 'node:util'
import { UnreadableFault, verifyFile } from './verify/verify-file.ts'

const USAGE = 'npm run verify -- FOLDER | FILE.zip | proof.json [--keys FILE]'

/** `npm run verify`: checks a closed month, or one entry of it, from the files alone. Exit code 1 when it does not hold. */
async function main(): Promise<number> {
  const { path, keys } = askedFor()
  const { holds, sentence } = await verifyFile(path, keys)
  console.log(sentence)
  return holds ? 0 : 1
}

function askedFor(): { readonly path: string; readonly keys?: string } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { keys: { type: 'string' } } })
    const [path, ...others] = positionals
    if (path !== undefined && others.length === 0) return { path, ...values }
  } catch (error) {
    throw new UnreadableFault(`${(error as Error).message}\nUsage: ${USAGE}`)
  }
  throw new UnreadableFault(`Usage: ${USAGE}`)
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof UnreadableFault)) throw error
  console.error(error.message)
  process.exitCode = 1
}
