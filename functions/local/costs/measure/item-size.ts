import type { AttributeValue } from '@aws-sdk/client-dynamodb'

/**
 * The size of an item in bytes, as AWS documents it: names and strings in UTF-8; a number one byte for two significant
 * digits and one more; a list three bytes, and one more for each of its elements; a boolean one.
 */
export function itemSize(item: Readonly<Record<string, AttributeValue>>): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value), 0)
}

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S)
  if (value.N !== undefined) return numberSize(value.N)
  if (value.BOOL !== undefined) return 1
  if (value.L !== undefined) return value.L.reduce((sum, element) => sum + 1 + valueSize(element), 3)
  throw new TypeError(`The size of ${JSON.stringify(value)} is not known here.`)
}

/** Zeros in front and behind are not kept; a pair of digits that straddles the decimal point's place takes a byte. */
function numberSize(digits: string): number {
  const significant = digits.replace(/^-?0*/, '').replace(/0+$/, '').length
  return Math.ceil(significant / 2) + 1 + (digits.startsWith('-') ? 1 : 0)
}

/** Write units of a transaction by AWS's formula: two per item and kilobyte of the larger of its sizes before and after. */
export function transactionWriteUnits(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + 2 * Math.ceil(size / 1024), 0)
}
