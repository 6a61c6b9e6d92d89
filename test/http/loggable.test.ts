import { describe, expect, test } from 'vitest'
import { loggable } from '#http/loggable.ts'

const NAME = 'Priya Ramanathan'

describe('what of an error may stand in a log', () => {
  test('is what kind it was and where it arose, not what it says', () => {
    const error = new SyntaxError(`Unexpected token in "${NAME}"`)
    expect(loggable(error)).toEqual({ name: 'SyntaxError', frames: expect.any(Array) })
    expect(loggable(error).frames[0]).toMatch(/^at .*loggable\.test\.ts:\d+:\d+\)?$/)
  })

  test('is why a transaction was cancelled, not the items that it met', () => {
    const CancellationReasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Item: { name: { S: NAME } } }]
    const $metadata = { httpStatusCode: 400, requestId: 'A1B2', attempts: 1 }
    const error = Object.assign(new Error(`[None, ConditionalCheckFailed] ${NAME}`), { CancellationReasons, $metadata })
    expect(loggable(error)).toEqual({
      ...{ name: 'Error', status: 400, awsRequestId: 'A1B2', cancelled: ['None', 'ConditionalCheckFailed'] },
      frames: expect.any(Array),
    })
  })

  test('is what it followed from, in the same way, but not for ever', () => {
    const error = new Error(NAME, {
      cause: Object.assign(new TypeError(NAME), { code: 'ERR_INVALID_URL', input: NAME }),
    })
    expect(loggable(error).cause).toMatchObject({ name: 'TypeError', code: 'ERR_INVALID_URL' })
    const circle: Error & { cause?: unknown } = new Error(NAME)
    circle.cause = circle
    expect(JSON.stringify([loggable(error), loggable(circle)])).not.toContain(NAME)
  })

  test('is no line of a message that looks like a place in the code', () => {
    const error = new Error(`one\n    at ${NAME} (somewhere.ts:1:2)\n    at ${NAME} (somewhere.ts:3:4)`)
    expect(JSON.stringify(loggable(error))).not.toContain(NAME)
  })

  test('is no name or code that somebody made up', () => {
    const error = Object.assign(new Error('no'), { name: NAME, code: `${NAME} has no code` })
    expect(loggable(error)).toEqual({ name: 'Error', frames: expect.any(Array) })
    expect(loggable(NAME)).toEqual({ name: 'string', frames: [] })
  })
})
