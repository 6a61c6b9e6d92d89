import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { STACK } from './account.ts'
import { type Cloud, openCloud } from './cloud.ts'
import { deployedFunctions, resourcesIn } from './deployed-functions.ts'
import { missing } from './gate.ts'
import { httpEvent } from './sent-event.ts'
import { type InitError, startFunction } from './started-function.ts'

const NAMES = deployedFunctions(inject('assembly'), resourcesIn(inject('assembly'), STACK)).map(({ name }) => name)
/** Not asked for at start: a setting of the runtime, one of the metrics, and a list that may be empty. */
const MAY_BE_MISSING = ['NODE_OPTIONS', 'POWERTOOLS_METRICS_NAMESPACE', 'OFFER_ORIGINS']

let cloud: Cloud

beforeAll(async () => {
  cloud = await openCloud()
})
afterAll(() => {
  cloud?.stop()
})

/** What a function that could not start reported. */
const reported = (starting: Promise<unknown>) =>
  starting.then(
    () => expect.fail('It started.'),
    (error: unknown) => (error as InitError).reported,
  )

describe('every function, as it was packed', () => {
  test('is known by name', () => {
    expect(NAMES).toEqual([
      ...['Desk', 'Finance', 'Follower', 'Intake', 'Keeper', 'Portal', 'Publisher', 'Studio', 'Turner'],
    ])
  })

  test.each(NAMES)('%s starts, and what is no event does not end it', async (name) => {
    const { invoke } = await cloud.started(name)
    for (const event of [null, 'abc', {}, { Records: 'none' }, httpEvent('TRACE', '/%00')]) await invoke(event)
    expect(await invoke({})).toSatisfy((outcome: object) => 'answer' in outcome || 'error' in outcome)
    expect(missing(cloud.gate.asked)).toEqual([])
  })

  test.each(NAMES)('%s does not start without a setting that the stack gives it, and says which', async (name) => {
    const { environment } = cloud.functionNamed(name)
    const needed = Object.keys(environment).filter((one) => !MAY_BE_MISSING.includes(one))
    const { NODE_OPTIONS = '' } = environment
    const { errorType, errorMessage } = await reported(cloud.startWith(name, { NODE_OPTIONS }))
    expect(errorType).toBe('SettingsFault')
    expect(errorMessage.match(/\b[A-Z]+(?:_[A-Z]+)*\b(?=,| in its)/g)?.toSorted()).toEqual(needed.toSorted())
    const [, second = ''] = needed
    const { [second]: _, ...without } = environment
    expect(await reported(cloud.startWith(name, without))).toMatchObject({
      errorMessage: `The function cannot start. Set ${second} in its environment.`,
    })
  })
})

describe('what starts functions here is as strict as Lambda', () => {
  /** Starts a function of one file. */
  async function started(code: string, handler = 'index.handler') {
    const folder = await mkdtemp(join(tmpdir(), 'cleartier-function-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'index.mjs'), code)
    const place = { id: 'one', functionArn: 'arn:aws:lambda:eu-west-2:123456789012:function:one', folder, handler }
    const process = await startFunction({
      ...place,
      environment: {},
      timeoutMs: 1_000,
      memorySizeMb: 128,
      endpoint: '',
    })
    onTestFinished(() => process.stop())
    return process
  }

  test.each([
    ['a handler that takes a callback', 'export const handler = (a, b, c) => c()', 'Runtime.CallbackHandlerDeprecated'],
    ['a handler by another name', 'export const work = async () => 1', 'Runtime.HandlerNotFound'],
    ['a package that was not packed', "import 'hono'; export const handler = async () => 1", 'Error'],
    ['code that throws as it is loaded', "throw new RangeError('no'); export const handler = 1", 'RangeError'],
  ])('%s is refused as it starts', async (_, code, errorType) => {
    const { stackTrace, ...error } = await reported(started(code))
    expect(error).toEqual({ errorType, errorMessage: expect.any(String) })
    expect(stackTrace).toEqual(expect.any(Array))
  })

  test('an error of a call is told, and the next call is answered', async () => {
    const { invoke } = await started(`export const handler = async ({ n }, context) => {
      if (n > 1) throw new RangeError('too much')
      return { left: context.getRemainingTimeInMillis() <= 1000, arn: context.invokedFunctionArn }
    }`)
    expect(await invoke({ n: 2 })).toMatchObject({ error: { errorType: 'RangeError', errorMessage: 'too much' } })
    const arn = 'arn:aws:lambda:eu-west-2:123456789012:function:one'
    expect(await invoke({ n: 1 })).toEqual({ answer: { left: true, arn } })
  })

  test('a function that ends itself is missed', async () => {
    const { invoke } = await started('export const handler = async () => process.exit(3)')
    await expect(invoke({})).rejects.toThrow('The process of one has ended.')
  })

  test('nothing but this machine is reached, and nothing of this process is known', async () => {
    process.env.CLEARTIER_OF_THE_TESTS = 'known'
    onTestFinished(() => {
      delete process.env.CLEARTIER_OF_THE_TESTS
    })
    const { invoke } = await started(`import { lookup } from 'node:dns'
      export const handler = async () => ({
        known: process.env.CLEARTIER_OF_THE_TESTS ?? null,
        found: await new Promise((done) => lookup('aws.amazon.com', (_, address) => done(address))),
      })`)
    expect(await invoke({})).toEqual({ answer: { known: null, found: '127.0.0.1' } })
  })
})
