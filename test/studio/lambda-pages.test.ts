import type { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { expect, test } from 'vitest'
import { lambdaPages } from '#studio/lambda-pages.ts'
import { PagesFault } from '#studio/public-pages.ts'

/** A function that answers this, and what it was asked. */
function publisher(answer: object | Error, FunctionError?: string) {
  const asked: unknown[] = []
  const send = async ({ input }: InvokeCommand) => {
    asked.push([input.FunctionName, JSON.parse(new TextDecoder().decode(input.Payload as Uint8Array))])
    if (answer instanceof Error) throw answer
    return { FunctionError, Payload: new TextEncoder().encode(JSON.stringify(answer)) }
  }
  return { pages: lambdaPages({ send } as unknown as LambdaClient, 'publisher'), asked }
}

const withdrawal = { kind: 'withdrawal', edition: 3 } as const

test('a publication is tried before it happens, and afterwards what is in force is served', async () => {
  const { pages, asked } = publisher({ site: '3-3f9ac1d07be4' })
  await pages.try(withdrawal)
  expect(await pages.refresh()).toBe('3-3f9ac1d07be4')
  expect(asked).toEqual([
    ['publisher', { try: withdrawal }],
    ['publisher', {}],
  ])
})

test('a page that cannot be rendered is named', async () => {
  const errorMessage = 'Edition 3: the page /perks could not be rendered: no ink.'
  const { pages } = publisher({ errorType: 'PublishError', errorMessage, trace: [] }, 'Unhandled')
  await expect(pages.try(withdrawal)).rejects.toEqual(new PagesFault(errorMessage))
})

test('what the publisher did not foresee stays in its log', async () => {
  const { pages } = publisher({ errorType: 'TypeError', errorMessage: 'secret is undefined' }, 'Unhandled')
  await expect(pages.refresh()).rejects.toThrow(
    /^The pages could not be rendered; the log of the publisher says why\.$/,
  )
})

test('a publisher that does not answer is a fault that passes', async () => {
  const { pages } = publisher(Object.assign(new Error('x'), { name: 'TooManyRequestsException' }))
  await expect(pages.refresh()).rejects.toThrow('did not answer (TooManyRequestsException). Try again in a minute.')
})
