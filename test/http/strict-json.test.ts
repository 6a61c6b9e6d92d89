import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseStrictJson } from '#http/strict-json.ts'

const parse = (text: string) => parseStrictJson(new TextEncoder().encode(text))
const faults = (text: string) => parse(text).faults.map(({ pointer, code }) => `${pointer} ${code}`)

describe('a body is read exactly or not at all', () => {
  test('any JSON that can be held comes through unchanged and without a fault', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const { value } = parse(text)
        expect(value).toEqual(JSON.parse(text))
      }),
    )
  })

  test.each([
    ['{"a":1,"a":2}', '/a duplicate_name'],
    ['{"a":1,"\\u0061":1}', '/a duplicate_name'],
    ['[{"x":{"b/c":1,"b/c":2}}]', '/0/x/b~1c duplicate_name'],
    ['{"a":{"__proto__":{"admin":true}}}', '/a/__proto__ unknown_field'],
    ['{"n":9007199254740993}', '/n inexact_number'],
    ['[1,1e400]', '/1 inexact_number'],
    ['{"n":0.1234567890123456789}', '/n inexact_number'],
    ['{"n":1e-400}', '/n inexact_number'],
  ])('%s has the fault %s', (text, fault) => {
    expect(faults(text)).toEqual([fault])
  })

  test.each([
    '{"a":{"a":1},"b":[{"a":2},{"a":3}]}',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '{"n":9007199254740991}',
    '[-0,0.5,1e3]',
  ])('%s has none', (text) => {
    expect(faults(text)).toEqual([])
  })

  test.each([
    ['', 'not_json', 'it is empty'],
    ['[', 'not_json', 'ends too early'],
    ['{"a":1,\n "b": 2,}', 'not_json', 'line 2, column 9'],
    ['NaN', 'not_json', 'not JSON'],
    ['['.repeat(33) + ']'.repeat(33), 'too_deep', '32 levels'],
  ])('%j is refused whole', (text, code, words) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({ status: 400, code, message: expect.stringMatching(words) }),
    )
  })

  test('what was wrong is not repeated', () => {
    expect(() => parse('{"email": anna@fairweather.example}')).toThrow(/^((?!anna).)*$/)
  })

  test('32 levels are deep enough, and half a million brackets do no harm', () => {
    expect(parse('['.repeat(32) + ']'.repeat(32)).faults).toEqual([])
    expect(() => parse('['.repeat(500_000) + ']'.repeat(500_000))).toThrow('32 levels')
  })

  test('bytes that are no UTF-8 are refused', () => {
    expect(() => parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(
      expect.objectContaining({ code: 'not_utf8' }),
    )
  })
})
