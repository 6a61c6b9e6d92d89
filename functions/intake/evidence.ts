import { hasCardNumber, isCardNumberId } from '#http/card-number.ts'
import { jsonPointer } from '#http/json-pointer.ts'
import { isObject } from './field.ts'

/** What is kept of an event that was not stored, so that it can be mended and replayed. */
export interface Evidence {
  readonly event: Readonly<Record<string, unknown>>
  /** Pointers to what was sent and is not kept. */
  readonly withheld: readonly string[]
}

const ATTRIBUTES = new Set(['specversion', 'source', 'id', 'type', 'subject', 'time', 'datacontenttype'])
const DATA = new Set([
  ...['amount', 'currency', 'units', 'categories', 'note', 'purchase', 'balance', 'account', 'plan', 'from', 'until'],
])
const LONGEST = 512

/**
 * An event as it came, free of what must not be stored: names and addresses of people, card numbers, fields that are not
 * known and so may hold anything, and values too large or too odd to be kept as they are.
 */
export function evidenceOf(raw: unknown): Evidence {
  if (!isObject(raw)) return { event: {}, withheld: [''] }
  const withheld: string[] = []
  const { data, ...attributes } = raw
  const event = keep(attributes, ATTRIBUTES, [], withheld)
  if (isObject(data)) return { event: { ...event, data: keep(data, DATA, ['data'], withheld) }, withheld }
  if (data !== undefined) withheld.push('/data')
  return { event, withheld }
}

type Fields = Readonly<Record<string, unknown>>

function keep(fields: Fields, known: ReadonlySet<string>, path: readonly string[], withheld: string[]): Fields {
  const kept = Object.entries(fields).filter(([name, value]) => {
    const good = known.has(name) && (isKeepable(name, value) || isKeepableList(name, value))
    if (!good) withheld.push(jsonPointer([...path, /^[a-z_]{1,40}$/i.test(name) ? name : '…']))
    return good
  })
  return Object.fromEntries(kept)
}

const isKeepableList = (name: string, value: unknown) =>
  Array.isArray(value) && value.length <= 100 && value.every((one) => isKeepable(name, one))

function isKeepable(name: string, value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !isCardNumberId(String(value))
  if (typeof value !== 'string') return typeof value === 'boolean' || value === null
  if (value.length > LONGEST || !value.isWellFormed()) return false
  return name === 'note' ? !hasCardNumber(value) : !isCardNumberId(value)
}
