import { describe, expect, test } from 'vitest'
import { settingsOf } from '#local/settings.ts'

describe('what can be chosen at start', () => {
  test('nothing chosen is port 4321 and data in memory', () => {
    expect(settingsOf({})).toEqual({ port: 4321, dataDir: null, offerOrigins: [] })
    expect(settingsOf({ PORT: '', DATA_DIR: '' })).toMatchObject({ port: 4321, dataDir: null })
  })

  test('a port and a folder', () => {
    expect(settingsOf({ PORT: '8080', DATA_DIR: '/var/data' })).toMatchObject({ port: 8080, dataDir: '/var/data' })
  })

  test.each(['0', '65536', '-1', '80.5', '0x50', '1e3', 'abc', ' 80'])('port %j is refused with its name', (port) => {
    expect(() => settingsOf({ PORT: port })).toThrow(`PORT is ${JSON.stringify(port)}`)
  })

  test('sites whose pages may ask for a quote', () => {
    const OFFER_ORIGINS = ' https://shop.example  http://localhost:8080'
    expect(settingsOf({ OFFER_ORIGINS }).offerOrigins).toEqual(['https://shop.example', 'http://localhost:8080'])
  })

  test.each(['*', 'shop.example', 'https://shop.example/', 'https://shop.example,https://other.example', 'null'])(
    'the site %j is refused, and the way to write it is told',
    (site) => {
      expect(() => settingsOf({ OFFER_ORIGINS: site })).toThrow(
        `OFFER_ORIGINS names ${JSON.stringify(site)}, which is no origin. Write each as in https://shop.example`,
      )
    },
  )
})
