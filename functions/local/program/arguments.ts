import { parseArgs } from 'node:util'
import { ProgramFault } from './program-fault.ts'

export const USAGE = [
  'npm run program -- export [FILE.yaml] [--edition N]     writes the latest edition, or another, with its costs',
  'npm run program -- check FILE.yaml                      says what is wrong with it',
  'npm run program -- diff FILE.yaml                       says what it changes, in customers’ words',
  'npm run program -- publish FILE.yaml [--from 2027-03] [--because TEXT] [--yes]',
  'npm run program -- schema                               writes the JSON Schema for editors',
  'DATA_DIR, DYNAMODB_ENDPOINT or STAGE says in which ledger.',
].join('\n')

/** What to do. */
export type Task =
  | { readonly kind: 'export'; readonly file: string | null; readonly edition: number | null }
  | { readonly kind: 'check' | 'diff'; readonly file: string }
  | {
      readonly kind: 'publish'
      readonly file: string
      /** "2027-03"; null: none is named. */
      readonly from: string | null
      /** The explanation of every warning. */
      readonly because: string
      readonly isMeant: boolean
    }
  | { readonly kind: 'schema' }

/** Reads the arguments. Throws {@link ProgramFault}. */
export function parseTask(args: readonly string[]): Task {
  const { values, positionals } = parsed(args)
  const [kind = '', file, ...more] = positionals
  const { edition, from, because = '', yes = false } = values
  if (more.length > 0) throw fault(`There is one file too many: ${more[0]}.`)
  switch (kind) {
    case 'export':
      return { kind, file: file ?? null, edition: edition === undefined ? null : numberIn(edition) }
    case 'check':
    case 'diff':
      return { kind, file: named(file) }
    case 'publish':
      return { kind, file: named(file), from: from ?? null, because, isMeant: yes }
    case 'schema':
      return { kind }
    default:
      throw fault(kind === '' ? 'Say what to do.' : `"${kind}" is nothing that can be done here.`)
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        edition: { type: 'string' },
        from: { type: 'string' },
        because: { type: 'string' },
        yes: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw fault(`${(error as Error).message.replace(/\.$/, '')}.`)
  }
}

function named(file: string | undefined): string {
  if (file === undefined) throw fault('Name the file.')
  return file
}

function numberIn(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw fault(`"${text}" is no number of an edition.`)
  return Number(text)
}

const fault = (what: string) => new ProgramFault(`${what}\n\n${USAGE}`)
