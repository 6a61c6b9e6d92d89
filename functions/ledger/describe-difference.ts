import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { formatMonth } from '#program/month.ts'
import { unpackCell } from './cell.ts'
import type { Difference } from './difference.ts'
import { monthIn } from './member-item.ts'
import { keyAt } from './survey.ts'
import { USES } from './use-counter.ts'

/** A difference as a line to read. */
export function describeDifference(difference: Difference): string {
  const { stored, expected } = difference
  const values = (inWords: (value: AttributeValue) => string) =>
    `stored is ${stored ? inWords(stored) : 'nothing'}, the entries make ${expected ? inWords(expected) : 'nothing'}`
  switch (difference.kind) {
    case 'member':
      return `${difference.member}: ${attributeInWords(difference.attribute)}: ${values(wordsFor(difference.attribute))}`
    case 'refunds':
      return `${difference.member}: refunds of ${difference.pk}: ${values(cellInWords)}`
    case 'address':
      return `the member recognised by address ${difference.emailHash}: ${values(plainly)}`
    case 'count':
      return `${difference.attribute} of ${keyAt(difference.place).join(' ')}: ${values(plainly)}`
    default:
      return difference satisfies never
  }
}

const MONTHLY = /^([-=]?)([0-9A-Z]+)$/

function attributeInWords(attribute: string): string {
  if (attribute.startsWith(USES)) return `uses of ${attribute.slice(USES.length)}`
  const [, sign = '', month] = MONTHLY.exec(attribute) ?? []
  if (month === undefined) return attribute
  const what = { '': 'purchases', '-': 'refunds without a purchase', '=': 'balances' }[sign]
  return `${what} of ${formatMonth(monthIn(month))}`
}

const wordsFor = (attribute: string) => (MONTHLY.exec(attribute)?.[1] === '' ? cellInWords : plainly)

const plainly = (value: AttributeValue) =>
  value.L ? value.L.map((each) => Object.values(each)[0]).join(' ') : JSON.stringify(Object.values(value)[0])

/** Minor units, orders and units; what is no cell is shown as it stands. */
function cellInWords(value: AttributeValue): string {
  if (!/^\d{1,34}$/.test(value.N ?? '')) return plainly(value)
  const { minor, orders, units } = unpackCell(value.N ?? '0')
  return `${minor} in ${orders} orders with ${units} units`
}
