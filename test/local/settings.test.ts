import { describe, expect, test } from 'vitest'
import { settingsOf } from '#local/settings.ts'

describe('what can be chosen at start', () => {
  test('nothing chosen is port 4321 and data in memory', () => {
    expect(settingsOf({})).toEqual({ port: 4321, dataDir: null })
    expect(settingsOf({ PORT: '', DATA_DIR: '' })).toEqual({ port: 4321, dataDir: null })
  })

  test('a port and a folder', () => {
    expect(settingsOf({ PORT: '8080', DATA_DIR: '/var/data' })).toEqual({ port: 8080, dataDir: '/var/data' })
  })

  test.each(['0', '65536', '-1', '80.5', '0x50', '1e3', 'abc', ' 80'])('port %j is refused with its name', (port) => {
    expect(() => settingsOf({ PORT: port })).toThrow(`PORT is ${JSON.stringify(port)}`)
  })
})
