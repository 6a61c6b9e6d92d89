import { hasCardNumber, isCardNumberId } from '#http/card-number.ts'
import { jsonPointer } from '#http/json-pointer.ts'
import { isObject } from './field.ts'
import { MAX_CATEGORIES } from './limits.ts'

/** What is kept of an event that was not stored, so that it can be mended and replayed. */
export interface Evidence {
  readonly event: Readonly<Record<string, unknown>>
  /** Pointers to what was sent and is not kept. */
  readonly withheld: readonly string[]
}

const ATTRIBUTES = new Set(['specversion', 'source', 'id', 'type', 'subject', 'time', 'datacontenttype'])
const DATA = new Set([
  ...['amount', 'currency', 'units', 'categories', 'note', 'purchase', 'balance', 'account', 'plan', 'from', 'until'],
  ...['redemption', 'order', 'perk'],
])
const LONGEST = 512
/** Names may carry what must not be stored as well, and there may be very many. */
const PLAIN_NAME = /^[a-z_]{1,40}$/i
const MOST_NAMED = 20

/**
 * An event as it came, free of what must not be stored: names and addresses of people, card numbers, fields that are not
 * known and so may hold anything, and values too large or too odd to be kept as they are.
 */
export function evidenceOf(raw: unknown): Evidence {
  if (!isObject(raw)) return { event: {}, withheld: [''] }
  const withheld = new Set<string>()
  const { data, ...attributes } = raw
  const event = keep(attributes, ATTRIBUTES, [], withheld)
  if (data !== undefined && !isObject(data)) withheld.add('/data')
  const inner = isObject(data) ? { data: keep(data, DATA, ['data'], withheld) } : {}
  return { event: { ...event, ...inner }, withheld: [...withheld] }
}

type Fields = Readonly<Record<string, unknown>>

function keep(fields: Fields, known: ReadonlySet<string>, path: readonly string[], withheld: Set<string>): Fields {
  const kept = Object.entries(fields).filter(([name, value]) => {
    const good = known.has(name) && (isKeepable(name, value) || isKeepableList(name, value))
    if (!good) withheld.add(jsonPointer([...path, withheld.size < MOST_NAMED && PLAIN_NAME.test(name) ? name : '…']))
    return good
  })
  return Object.fromEntries(kept)
}

const isKeepableList = (name: string, value: unknown) =>
  Array.isArray(value) && value.length <= MAX_CATEGORIES && value.every((one) => isKeepable(name, one))

function isKeepable(name: string, value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !isCardNumberId(String(value))
  if (typeof value !== 'string') return typeof value === 'boolean' || value === null
  if (value.length > LONGEST || !value.isWellFormed()) return false
  return name === 'note' ? !hasCardNumber(value) : !isCardNumberId(value)
}
