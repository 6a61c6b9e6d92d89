import { type Edition, editionOf, inOrder, type RulesSource } from '#program/edition.ts'
import type { LedgerEvent } from '#program/event.ts'
import { parseMoney } from '#program/money.ts'

/** A case of a vector file: one member's life, and what the standing is at some instants of it. */
export interface Vector {
  readonly name: string
  /** In the order in which they take effect. */
  readonly editions: readonly Edition[]
  /** In the order of their arrival. */
  readonly arrived: readonly LedgerEvent[]
  readonly asks: readonly Ask[]
}

export interface Ask {
  readonly asOf: string
  readonly expect: Expected
}

/** What a vector file states of a standing. */
export interface Expected {
  readonly tier: string
  readonly edition: number
  readonly until: string | null
  readonly then: string | null
  /** Per higher tier, per row, what the member has under the row's own keys. */
  readonly progress: Readonly<Record<string, readonly Readonly<Record<string, string | number | boolean | null>>[]>>
}

/** One case as it stands in the file. */
export interface VectorSource {
  readonly name: string
  readonly editions: readonly RulesSource[]
  readonly events: readonly EventSource[]
  readonly asks: readonly Ask[]
}

interface EventSource {
  readonly source: string
  readonly id: string
  readonly type: string
  readonly time: string
  readonly data: Readonly<Record<string, string | number | readonly string[]>>
}

/** The subject that stands for the one member of a case. */
export const MEMBER = 'm'

/** Reads a case. Throws with the case's name when it is not of the form that spec/standing.md describes. */
export function vectorOf(source: VectorSource): Vector {
  try {
    const editions = inOrder(source.editions.map(editionOf))
    const currency = editions[0]?.currency ?? ''
    return {
      name: source.name,
      editions,
      arrived: source.events.map((event) => eventOf(event, currency)),
      asks: source.asks,
    }
  } catch (error) {
    throw new Error(`Case "${source.name}" cannot be read: ${(error as Error).message}`)
  }
}

function eventOf({ source, id, type, time, data }: EventSource, currency: string): LedgerEvent {
  const happened = { source, id, subject: MEMBER, time: instantOf(time) }
  const money = (field: string) => parseMoney(String(data[field]), currency)
  const count = (field: string, absent: number) => Number(data[field] ?? absent)
  switch (type) {
    case 'purchase':
      return { ...happened, type, amountMinor: money('amount'), units: count('units', 1), ...optional(data, 'note') }
    case 'refund':
      return {
        ...happened,
        type,
        amountMinor: money('amount'),
        units: count('units', 0),
        ...optional(data, 'purchase'),
      }
    case 'balance':
      return { ...happened, type, balanceMinor: money('balance'), ...optional(data, 'account') }
    case 'plan':
      return {
        ...happened,
        type,
        plan: String(data.plan),
        from: instantOf(String(data.from)),
        until: instantOf(String(data.until)),
      }
    case 'enrolment':
      return { ...happened, type, ...optional(data, 'name') }
    default:
      throw new Error(`"${type}" is not a type of event.`)
  }
}

/** A text field where it is given; an absent one stays absent, so that contents compare alike. */
function optional<Field extends string>(data: EventSource['data'], field: Field): Partial<Record<Field, string>> {
  const value = data[field]
  return value === undefined ? {} : ({ [field]: String(value) } as Partial<Record<Field, string>>)
}

function instantOf(text: string): number {
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) throw new Error(`"${text}" is not an instant.`)
  return instant
}
