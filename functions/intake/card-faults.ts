import { hasCardNumber, isCardNumberId } from '#http/card-number.ts'
import type { Fault } from '#http/problem.ts'
import { field, texts } from './field.ts'

const IDS = [
  ...['/source', '/id', '/subject', '/data/purchase', '/data/account', '/data/plan', '/data/categories'],
  ...['/data/redemption', '/data/order', '/data/perk'],
]
const FREE_TEXT = ['/data/note', '/data/name']

/** Longer texts are refused for their length and kept nowhere, so nobody has to look through a megabyte of digits. */
const LONGEST = 1000

/** The fields of a raw event that carry a card number. They are not repeated in the answer. */
export function cardFaults(raw: unknown): Fault[] {
  const textsAt = (pointer: string) => texts(field(raw, pointer)).filter(({ length }) => length <= LONGEST)
  const ids = IDS.filter((pointer) => textsAt(pointer).some(isCardNumberId))
  const free = FREE_TEXT.filter((pointer) => textsAt(pointer).some(hasCardNumber))
  return [...ids, ...free].map((pointer) => ({
    pointer,
    code: 'card_number',
    detail:
      'This looks like the number of a payment card, which must not be sent here. Leave it out. Nothing was kept.',
  }))
}
