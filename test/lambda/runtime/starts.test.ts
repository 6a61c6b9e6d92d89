import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { STACK } from './account.ts'
import { type Cloud, openCloud } from './cloud.ts'
import { deployedFunctions, resourcesIn } from './deployed-functions.ts'
import { missing } from './gate.ts'
import { httpEvent } from './sent-event.ts'

const NAMES = deployedFunctions(inject('assembly'), resourcesIn(inject('assembly'), STACK)).map(({ name }) => name)

let cloud: Cloud

beforeAll(async () => {
  cloud = await openCloud()
})
afterAll(() => {
  cloud?.stop()
})

describe('every function, as it was packed', () => {
  test.each(NAMES)('%s starts, and what is no event does not end it', async (name) => {
    const { invoke } = await cloud.started(name)
    const rubbish = [null, 'abc', {}, { Records: 'none' }, httpEvent('TRACE', '/%00')]
    for (const event of rubbish) await invoke(event)
    expect(missing(cloud.gate.asked)).toEqual([])
  })
})
