/** A figure that a text names: an amount of money, or a count of something. */
export interface Figure {
  readonly kind: 'amount' | 'count'
  /** As it is written: "£1,500". */
  readonly words: string
  /** What it may mean, as decimal strings: "1.500" is one and a half here and fifteen hundred there. */
  readonly readings: readonly string[]
}

/** Digits with what groups and divides them; a full stop that ends a sentence is no part of it. */
const NUMBER = /\d+(?:[.,'’\u00a0\u202f]\d+)*/g
/** In these a number says neither how much nor how many: "1st", "A4", "24/7", "10:30", "10 %", "5-star". */
const PART_OF_A_WORD_BEFORE = /[\p{L}\d/:_-]$/u
const PART_OF_A_WORD_AFTER = /^(?:[\p{L}/:_-]|[ \u00a0\u202f]?%)/u
const YEAR = /^(?:19|20)\d\d$/
/** Of a link only the text is read. */
const TARGET = /\]\([^)]*\)|https?:\/\/\S+/g
const LIST_MARKER = /^ {0,3}\d+[.)] /gm

/** The amounts and counts that a text (Markdown) names, in its order. Numbers that are words, and the number one, are none. */
export function figuresIn(text: string, currency: string): Figure[] {
  const prose = text.replace(TARGET, ']').replace(LIST_MARKER, '')
  const money = moneySigns(currency)
  return [...prose.matchAll(NUMBER)].flatMap(({ 0: number, index }): Figure[] => {
    const [before, after] = [prose.slice(Math.max(0, index - 8), index), prose.slice(index + number.length).slice(0, 8)]
    const sign = { before: money.before.exec(before)?.[0] ?? '', after: money.after.exec(after)?.[0] ?? '' }
    const words = (sign.before + number + sign.after).trim()
    if (sign.before || sign.after) return [{ kind: 'amount', words, readings: readingsOf(number) }]
    const isNone = PART_OF_A_WORD_BEFORE.test(before) || PART_OF_A_WORD_AFTER.test(after) || YEAR.test(number)
    const readings = readingsOf(number).filter((reading) => !reading.includes('.'))
    return isNone || readings.length === 0 || Number(number) <= 1 ? [] : [{ kind: 'count', words, readings }]
  })
}

/** Any currency's sign, or the code of the program's own, before a number or after it. */
function moneySigns(currency: string) {
  const sign = /^[A-Z]{3}$/.test(currency) ? `(?:\\p{Sc}|${currency})` : '\\p{Sc}'
  return {
    before: new RegExp(`${sign}[ \\u00a0\\u202f]?$`, 'u'),
    after: new RegExp(`^[ \\u00a0\\u202f]?${sign}`, 'u'),
  }
}

/** With its last sign as the decimal point, and with all of them as grouping where the groups are of three. */
function readingsOf(number: string): string[] {
  const parts = number.split(/\D/)
  const [last = '', ...front] = [...parts].reverse()
  const whole = parts.join('')
  if (front.length === 0) return [whole]
  const isGrouped = parts.slice(1).every((part) => part.length === 3)
  return [...(isGrouped ? [whole] : []), `${front.reverse().join('')}.${last}`].map(withoutZeros)
}

const withoutZeros = (number: string) => number.replace(/^0+(?=\d)/, '')
