import { hasCardNumber, isCardNumberId } from '#http/card-number.ts'
import type { Fault } from '#http/problem.ts'
import { field, texts } from './field.ts'

const IDS = ['/source', '/id', '/subject', '/data/purchase', '/data/account', '/data/plan']
const FREE_TEXT = ['/data/note', '/data/name']

/** The fields of a raw event that carry a card number. They are not repeated in the answer. */
export function cardFaults(raw: unknown): Fault[] {
  const ids = IDS.filter((pointer) => texts(field(raw, pointer)).some(isCardNumberId))
  const free = FREE_TEXT.filter((pointer) => texts(field(raw, pointer)).some(hasCardNumber))
  const categories = texts(field(raw, '/data/categories')).some(isCardNumberId) ? ['/data/categories'] : []
  return [...ids, ...categories, ...free].map((pointer) => ({
    pointer,
    code: 'card_number',
    detail:
      'This looks like the number of a payment card, which must not be sent here. Leave it out. Nothing was kept.',
  }))
}
