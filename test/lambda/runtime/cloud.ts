import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { inject } from 'vitest'
import { connect } from '#ledger/client.ts'
import type { Item } from '#ledger/keys.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { createTable } from '#ledger/table.ts'
import { type Account, type AccountFunction, openAccount, tableIdIn } from './account.ts'
import { type AwsAnswer, type AwsRequest, readRequest, refusal } from './aws-request.ts'
import { type Amended, type Gate, openGate } from './gate.ts'
import type { Outcome } from './runtime-api.ts'
import { openServices, type Services } from './services.ts'
import { fault } from './stand-in-buckets.ts'
import { type Issuer, openIssuer } from './stand-in-issuer.ts'
import { type StartedFunction, startFunction } from './started-function.ts'
import { REGION } from './template-resource.ts'

/**
 * An account with all of a stage in it, on this machine: the functions as they were packed, each with what its role may do,
 * before services that keep what they are given and refuse what no statement allows.
 */
export interface Cloud extends Pick<Account, 'resources' | 'resolve' | 'functions'> {
  readonly gate: Gate
  readonly services: Services
  readonly issuer: Issuer
  /** The ledger as tests furnish it; a function's own way to it goes through its rights. At an instant, or now. */
  ledger(at?: number): Ledger
  /** Every item there is. */
  items(): Promise<readonly Item[]>
  /** A function by its name: "Portal". */
  functionNamed(name: string): AccountFunction
  /** Starts a function, if it is not running yet. Throws an InitError. */
  started(name: string): Promise<StartedFunction>
  /** Starts one more process of a function, with other settings. Throws an InitError. */
  startWith(name: string, environment: Readonly<Record<string, string>>): Promise<StartedFunction>
  /** Has a function do something, and gives what became of it. */
  invoke(name: string, event: unknown): Promise<Outcome>
  stop(): void
}

export async function openCloud({ amended }: { readonly amended?: Amended } = {}): Promise<Cloud> {
  const table = `cloud-${randomUUID()}`
  const client = connect({ endpoint: inject('databaseEndpoint') })
  await createTable(client, table)
  const server = await startServer((request) => answerTo(request))
  const account = openAccount(inject('assembly'), {
    names: { [tableIdIn(inject('assembly'))]: table },
    origins: {
      [`https://cognito-idp.${REGION}.amazonaws.com`]: `http://localhost:${server.port}`,
      // The client of queues goes by the address of the queue.
      [`https://sqs.${REGION}.amazonaws.com`]: `http://aws.test:${server.port}`,
    },
  })
  const gate = openGate({ ...account, amended })
  const issuer = await openIssuer(`http://localhost:${server.port}`)
  const running = runningFunctions(account, `http://aws.test:${server.port}`)
  const services = openServices({ database: inject('databaseEndpoint'), invoke: running.invokeArn })

  async function answerTo(request: AwsRequest): Promise<AwsAnswer> {
    if (request.service === '') return issuer.answer(request)
    if (!gate.lets(request)) return denied(request)
    return services.answer(request, mayList(gate, request))
  }

  return {
    ...{ ...account, ...running, gate, services, issuer },
    ledger: (at) => openLedger({ client, table, now: () => at ?? Date.now() }),
    items: async () => (await client.send(new ScanCommand({ TableName: table }))).Items ?? [],
    stop: () => {
      running.stop()
      client.destroy()
      server.stop()
    },
  }
}

/** The functions of an account that have been asked for something. */
function runningFunctions({ functions }: Account, endpoint: string) {
  const started = new Map<string, Promise<StartedFunction>>()
  const all: StartedFunction[] = []
  const found = (name: string, is: (one: AccountFunction) => boolean) => {
    const one = functions.find(is)
    if (!one) throw new Error(`The stack has no function ${name}. It has ${functions.map((known) => known.name)}.`)
    return one
  }
  const functionNamed = (name: string) => found(name, (one) => one.name === name)
  const startWith = async (name: string, environment: Readonly<Record<string, string>>) => {
    const process = await startFunction({ ...functionNamed(name), environment, endpoint })
    all.push(process)
    return process
  }
  const startedOnce = (name: string) => {
    const process = started.get(name) ?? startWith(name, functionNamed(name).environment)
    started.set(name, process)
    return process
  }
  const invoke = async (name: string, event: unknown) => (await startedOnce(name)).invoke(event)
  return {
    ...{ functionNamed, startWith, invoke, started: startedOnce },
    invokeArn: (arn: string, event: unknown) =>
      invoke(found(arn, (one) => arn === `${one.functionArn}:live`).name, event),
    stop: () => {
      for (const process of all) process.stop()
    },
  }
}

/** Without the right to list a bucket, nobody is told that something is missing in it. */
function mayList(gate: Gate, { caller, service, host, path }: AwsRequest): boolean {
  const about = { 's3:prefix': [path.slice(1)] }
  return service === 's3' && gate.may(caller, { action: 's3:ListBucket', resource: `arn:aws:s3:::${host}`, about })
}

const denied = ({ service }: AwsRequest): AwsAnswer =>
  service === 's3' ? fault(403, 'AccessDenied') : refusal(400, 'AccessDeniedException', 'No statement allows it.')

/** A server whose every answer is made by one function; what that throws is seen in the answer. */
async function startServer(answer: (request: AwsRequest) => Promise<AwsAnswer>) {
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const {
      status = 200,
      headers = {},
      body = '',
    } = await answer(await readRequest(request)).catch((error: Error) => refusal(400, 'StandInFault', error.message))
    response.writeHead(status, headers).end(body)
  }
  const server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { port: (server.address() as AddressInfo).port, stop }
}
