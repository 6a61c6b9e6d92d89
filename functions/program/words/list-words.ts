import { LOCALE } from './money-words.ts'

/** ["suits", "shirts", "coats"] → "suits, shirts and coats". */
export const andWords = (items: readonly string[]): string => joined(items, 'and')

/** ["suits", "shirts", "coats"] → "suits, shirts or coats". */
export const orWords = (items: readonly string[]): string => joined(items, 'or')

function joined(items: readonly string[], word: string): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`
}

/** (1, "order") → "1 order", (12, "order") → "12 orders". */
export const countWords = (count: number, noun: string): string =>
  `${count.toLocaleString(LOCALE)} ${noun}${count === 1 ? '' : 's'}`

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** Numbers up to twelve as words: 3 → "three", 13 → "13". */
export const numberWord = (count: number): string => SMALL[count] ?? String(count)

/** "What" → "what". */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** "what" → "What". */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
