import { expect, test } from 'vitest'
import { atFirstUse } from '#http/at-first-use.ts'

test('what is opened at first use is opened once, however many ask for it at the same time', async () => {
  let opened = 0
  const opening = atFirstUse(async () => ({ number: ++opened }))
  expect(opened).toBe(0)
  const [one, other] = await Promise.all([opening(), opening()])
  expect(one).toBe(other)
  expect(await opening()).toEqual({ number: 1 })
})

test('what could not be opened is tried again by whoever asks next', async () => {
  let tries = 0
  const opening = atFirstUse(async () => {
    tries++
    if (tries === 1) throw new Error('The file is not there yet.')
    return 'open'
  })
  await expect(opening()).rejects.toThrow('The file is not there yet.')
  expect(await opening()).toBe('open')
})
