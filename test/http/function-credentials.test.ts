import { afterEach, expect, test, vi } from 'vitest'
import { defaultProvider } from '#http/function-credentials.ts'

afterEach(() => vi.unstubAllEnvs())

test('a function calls AWS as whom Lambda says it is', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'ASIAEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'of the role')
  vi.stubEnv('AWS_SESSION_TOKEN', 'for an hour')
  expect(await defaultProvider()()).toEqual({
    ...{ accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'of the role', sessionToken: 'for an hour' },
  })
})

test('a function without credentials says which are missing', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined)
  await expect(defaultProvider()()).rejects.toThrow('Lambda sets AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.')
})
