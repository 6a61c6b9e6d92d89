import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARD_CODE_BYTES, CardCodeError, cardCode, parseCardCode, spokenCode } from '#program/card-code.ts'

const codes = fc.uint8Array({ minLength: CARD_CODE_BYTES, maxLength: CARD_CODE_BYTES }).map(cardCode)
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('the code of a card', () => {
  it('is twelve characters, none of which is taken for another', () => {
    fc.assert(fc.property(codes, (code) => /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code)))
  })

  it('is another one for other random bits', () => {
    const one = cardCode(new Uint8Array([0, 0, 0, 0, 0, 0, 2]))
    expect([cardCode(new Uint8Array(7)), one]).toEqual(['000000000000', '000000000012'])
    expect(cardCode(new Uint8Array(7).fill(255)).slice(0, 11)).toBe('ZZZZZZZZZZZ')
  })

  it('is read as it is spoken, in small letters, and with letters for the digits they look like', () => {
    fc.assert(fc.property(codes, (code) => parseCardCode(spokenCode(code)) === code))
    const code = cardCode(new Uint8Array([8, 64, 2, 16, 132, 33, 8]))
    const typed = ` ${spokenCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `
    expect(typed).toMatch(/[ol]/)
    expect(parseCardCode(typed)).toBe(code)
  })

  it('is spoken in three groups of four', () => {
    expect(spokenCode('7K3M9QXT4D2A')).toBe('7K3M-9QXT-4D2A')
  })
})

describe('a code that was mistyped', () => {
  it('is noticed when one character is wrong', () => {
    const mistake = fc.tuple(codes, fc.nat(11), fc.nat(31))
    fc.assert(
      fc.property(mistake, ([code, place, letter]) => {
        const wrong = code.slice(0, place) + ALPHABET[letter] + code.slice(place + 1)
        fc.pre(wrong !== code)
        expect(() => parseCardCode(wrong)).toThrow('One of these characters is wrong')
      }),
    )
  })

  it('is noticed when any two characters have changed places', () => {
    fc.assert(
      fc.property(codes, fc.nat(11), fc.nat(11), (code, one, other) => {
        const swapped = [...code]
        swapped[one] = code[other] ?? ''
        swapped[other] = code[one] ?? ''
        fc.pre(swapped.join('') !== code)
        expect(() => parseCardCode(swapped.join(''))).toThrow('two have changed places')
      }),
    )
  })

  it.each([
    ['m-1001', 'has 12 characters, this has 5'],
    ['', 'has 12 characters, this has 0'],
    ['UUUU-UUUU-UUUU', 'no U'],
    ['0000-0000-000é', 'no U'],
  ])('%j is refused with a sentence', (typed, sentence) => {
    expect(() => parseCardCode(typed)).toThrow(CardCodeError)
    expect(() => parseCardCode(typed)).toThrow(sentence)
  })
})
