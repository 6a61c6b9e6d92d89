import { argumentsBy, DONE, REFUSED, runCommand } from './aws/run-command.ts'
import { SetupFault } from './setup-fault.ts'
import type { Machine, Portal } from './smoke/check.ts'
import { runChecks } from './smoke/run-checks.ts'

const USAGE =
  'npm run smoke -- https://loyalty.shop.example [--api URL] [--token TOKEN | --client ID --secret-from-env NAME]'

/** `npm run smoke`: looks whether a portal is up, from outside. It writes nothing. Exit code 1 when something is not as it should. */
async function main(): Promise<number> {
  const failed = await runChecks(askedFor(), (line) => console.log(line))
  return failed === 0 ? DONE : REFUSED
}

function askedFor(): Portal {
  const text = { type: 'string' } as const
  const options = { api: text, token: text, client: text, 'secret-from-env': text }
  const { values, positionals } = argumentsBy({ options, allowPositionals: true }, USAGE)
  const [address, ...more] = positionals
  if (address === undefined || more.length > 0) throw new SetupFault(`Name one portal.\nUsage: ${USAGE}`)
  const api = values.api === undefined ? null : originOf(values.api)
  return { origin: originOf(address), api, machine: machineOf(values) }
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && ['http:', 'https:'].includes(url.protocol)) return url.origin
  throw new SetupFault(`"${text}" is no address. Write it as in https://loyalty.shop.example.\nUsage: ${USAGE}`)
}

interface AskedMachine {
  readonly token?: string | undefined
  readonly client?: string | undefined
  readonly 'secret-from-env'?: string | undefined
}

/**
 * A client's secret comes from the environment, so that it stays out of lists of processes and histories of shells. A token
 * may stand there: it is good for an hour.
 */
function machineOf({ token, client, 'secret-from-env': name }: AskedMachine): Machine | null {
  if (token !== undefined) return { kind: 'token', token }
  if (client === undefined && name === undefined) return null
  if (client === undefined || name === undefined) {
    throw new SetupFault(`--client and --secret-from-env go together.\nUsage: ${USAGE}`)
  }
  const secret = process.env[name]
  if (!secret) throw new SetupFault(`The environment has no ${name}. Put the secret of ${client} there.`)
  return { kind: 'client', id: client, secret }
}

await runCommand(main)
