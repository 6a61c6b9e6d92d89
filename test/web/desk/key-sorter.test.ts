import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keySorter } from '../../../web/desk/key-sorter.ts'

const came: string[] = []
const sorter = () => keySorter({ onKey: (key) => came.push(`key ${key}`), onScan: (text) => came.push(`scan ${text}`) })

beforeEach(() => {
  vi.useFakeTimers()
  came.length = 0
})
afterEach(() => {
  vi.useRealTimers()
})

describe('at the counter', () => {
  test('one key pressed by a person is that key', () => {
    const sort = sorter()
    expect(sort('1')).toBe(false)
    vi.runAllTimers()
    sort('u')
    vi.runAllTimers()
    expect(came).toEqual(['key 1', 'key u'])
  })

  test('a scanned card redeems nothing, whatever digits are in its code', () => {
    const sort = sorter()
    for (const key of '123456789012') expect(sort(key)).toBe(false)
    expect(sort('Enter')).toBe(true)
    vi.runAllTimers()
    expect(came).toEqual(['scan 123456789012'])
  })

  test('what is neither one key nor a scan does nothing', () => {
    const sort = sorter()
    sort('1')
    sort('2')
    vi.runAllTimers()
    expect(came).toEqual([])
  })

  test('a key that no code contains counts at once, so that what is typed next goes where it leads', () => {
    const sort = sorter()
    expect(sort('+')).toBe(true)
    expect(came).toEqual(['key +'])
  })

  test('Enter alone, and keys that write nothing, are left to the browser', () => {
    const sort = sorter()
    expect([sort('Enter'), sort('Tab'), sort('Shift')]).toEqual([false, false, false])
    sort('3')
    expect(sort('Enter')).toBe(false)
    vi.runAllTimers()
    expect(came).toEqual(['key 3'])
  })
})
