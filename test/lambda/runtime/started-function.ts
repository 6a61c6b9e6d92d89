import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Outcome, type RuntimeError, startRuntimeApi } from './runtime-api.ts'
import { REGION } from './template-resource.ts'

/** What a function is started with. */
export interface Start {
  /** Its own name: its requests to AWS are signed with it. */
  readonly id: string
  readonly functionArn: string
  /** Where its code lies; in Lambda that is /var/task. */
  readonly folder: string
  readonly handler: string
  readonly timeoutMs: number
  readonly memorySizeMb: number
  /** Its settings, as the template has them. */
  readonly environment: Readonly<Record<string, string>>
  /** Where AWS is, for it. */
  readonly endpoint: string
}

export interface StartedFunction {
  /** Hands it an event, and gives what became of it. */
  invoke(event: unknown): Promise<Outcome>
  /** What it has written to its log. */
  log(): string
  stop(): void
}

/** A function that could not start, with what it reported. */
export class InitError extends Error {
  override readonly name = 'InitError'
  readonly reported: RuntimeError

  constructor(reported: RuntimeError) {
    super(`${reported.errorType}: ${reported.errorMessage}`)
    this.reported = reported
  }
}

const HERE = import.meta.dirname

/**
 * Starts the code of a function as Lambda does: in a process of its own, which knows nothing but the settings of the
 * template and what Lambda itself sets ("Defined runtime environment variables"). Throws an {@link InitError}.
 */
export async function startFunction(start: Start): Promise<StartedFunction> {
  const api = await startRuntimeApi(start)
  const child = spawn(process.execPath, ['--import', join(HERE, 'only-this-machine.ts'), join(HERE, 'bootstrap.ts')], {
    cwd: start.folder,
    env: environmentOf(start, api.address),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text
    })
  }
  child.once('error', ({ message }) => api.stop(message))
  child.once('close', () => api.stop(`The process of ${start.id} has ended. It wrote: ${log.slice(-2_000)}`))
  const stop = () => void child.kill('SIGKILL')
  const failure = await api.started
  if (failure) {
    stop()
    throw new InitError(failure)
  }
  return { invoke: (event) => api.invoke(event), log: () => log, stop }
}

function environmentOf({ id, folder, handler, memorySizeMb, environment, endpoint }: Start, runtimeApi: string) {
  const own = Object.entries(environment).map(([name, value]) => [name, value.replace('/var/task', folder)])
  return {
    PATH: process.env.PATH ?? '',
    ...{ LANG: 'en_US.UTF-8', TZ: ':UTC', LAMBDA_TASK_ROOT: folder, LAMBDA_RUNTIME_DIR: '/var/runtime' },
    ...{ AWS_REGION: REGION, AWS_DEFAULT_REGION: REGION, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    ...{ AWS_LAMBDA_FUNCTION_NAME: id, AWS_LAMBDA_FUNCTION_VERSION: '1', _HANDLER: handler },
    ...{ AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memorySizeMb), AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand' },
    ...{ AWS_LAMBDA_LOG_GROUP_NAME: id, AWS_LAMBDA_LOG_STREAM_NAME: '1', AWS_LAMBDA_RUNTIME_API: runtimeApi },
    ...{ AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' },
    AWS_ENDPOINT_URL: endpoint,
    ...Object.fromEntries(own),
  }
}
