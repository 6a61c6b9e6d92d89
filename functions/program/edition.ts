import { isCurrency } from './currency.ts'
import type { QualificationTerms, RowDocument } from './document.ts'
import { parseMoney } from './money.ts'
import { type Month, parseMonth } from './month.ts'
import { isTimeZone } from './zone.ts'

/** The rules of an edition, ready to calculate with: thresholds are minor units, tiers stand in order of rank. */
export interface Edition {
  readonly edition: number
  /** In force from the first instant of this month. */
  readonly effectiveFrom: Month
  readonly currency: string
  readonly timeZone: string
  readonly qualification: Qualification
  /** Lowest first; everyone holds the first. */
  readonly tiers: readonly Tier[]
}

export interface Qualification {
  readonly period: 'sliding' | 'calendar' | 'anniversary'
  readonly months: number
  /** Months that an earned tier lasts beyond its window. */
  readonly keep: number
  readonly softLanding: boolean
  /** 1 for January to 12 for December; used by calendar periods. */
  readonly startsIn: number
}

export interface Tier {
  readonly id: string
  readonly name: string
  /** Any row is enough. */
  readonly rows: readonly Row[]
  /** Ids of withdrawn tiers that this one takes over. */
  readonly replaces: readonly string[]
}

/** One way of qualifying: all of its measures are needed. */
export type Row = readonly Need[]

/** What a row asks for, in the order in which the document names it. */
export type Need =
  | { readonly measure: 'spend' | 'lifetimeSpend'; readonly minor: number }
  | { readonly measure: 'orders' | 'units'; readonly count: number }
  | { readonly measure: 'balance'; readonly minor: number; readonly months: number }
  | { readonly measure: 'plan'; readonly plan: string }

/** The part of a document that the rules read; a published edition and the editions of a vector file both have it. */
export interface RulesSource {
  readonly edition: number
  readonly effectiveFrom: string
  readonly currency: string
  readonly timeZone: string
  readonly qualification: QualificationTerms
  readonly tiers: readonly RulesTier[]
}

interface RulesTier {
  readonly id: string
  readonly name?: string
  readonly qualify?: readonly RowDocument[]
  readonly replaces?: readonly string[]
}

/** The document cannot be calculated with; the message names the place. */
export class EditionError extends Error {
  override readonly name = 'EditionError'
}

/**
 * Turns a document's rules into integers. Asks only what calculating needs; whether a document may be published is the
 * business of the checks. Throws {@link EditionError}.
 */
export function editionOf(source: RulesSource): Edition {
  const { edition, currency, timeZone } = source
  if (!isCurrency(currency)) throw new EditionError(`Edition ${edition}: "${currency}" is not a currency of ISO 4217.`)
  if (!isTimeZone(timeZone)) throw new EditionError(`Edition ${edition}: "${timeZone}" is not an IANA time zone.`)
  if (source.tiers.length === 0) throw new EditionError(`Edition ${edition} has no tiers. Give it at least one.`)
  const { period, months, keep, softLanding, startsIn } = source.qualification
  return {
    edition,
    effectiveFrom: parseMonth(source.effectiveFrom),
    currency,
    timeZone,
    qualification: { period, months, keep, softLanding, startsIn: startsIn ?? 1 },
    tiers: source.tiers.map((tier) => ({
      id: tier.id,
      name: tier.name ?? tier.id,
      rows: (tier.qualify ?? []).map((row) => needsOf(row, currency, `Edition ${edition}, tier "${tier.id}"`)),
      replaces: tier.replaces ?? [],
    })),
  }
}

/** A list of editions in the order in which they take effect. Throws {@link EditionError} when two start in one month. */
export function inOrder(editions: readonly Edition[]): readonly Edition[] {
  const sorted = [...editions].sort((one, other) => one.effectiveFrom - other.effectiveFrom)
  sorted.forEach((edition, index) => {
    const before = sorted[index - 1]
    if (before && before.effectiveFrom === edition.effectiveFrom) {
      throw new EditionError(`Editions ${before.edition} and ${edition.edition} start in the same month.`)
    }
  })
  return sorted
}

/** The edition in force in a month: the latest that has begun; before the first, the first. `editions` in order. */
export function editionIn(editions: readonly Edition[], month: Month): Edition {
  let inForce = editions[0]
  if (!inForce) throw new EditionError('There is no edition. Publish one first.')
  for (const edition of editions) {
    if (edition.effectiveFrom > month) break
    inForce = edition
  }
  return inForce
}

function needsOf(row: RowDocument, currency: string, place: string): Row {
  const needs: Need[] = []
  try {
    for (const [measure, value] of Object.entries(row) as [keyof RowDocument, string | number][]) {
      if (measure === 'months' || value === undefined) continue
      needs.push(needOf(measure, value, row.months ?? 1, currency))
    }
  } catch (error) {
    throw new EditionError(`${place}: ${(error as Error).message}`)
  }
  if (needs.length === 0) throw new EditionError(`${place}: a way of qualifying names no measure.`)
  return needs
}

function needOf(measure: keyof RowDocument, value: string | number, months: number, currency: string): Need {
  switch (measure) {
    case 'spend':
    case 'lifetimeSpend':
      return { measure, minor: parseMoney(String(value), currency) }
    case 'balance':
      return { measure, minor: parseMoney(String(value), currency), months }
    case 'orders':
    case 'units':
      if (!Number.isSafeInteger(value)) throw new EditionError(`${measure} is a whole number, not ${value}.`)
      return { measure, count: Number(value) }
    case 'plan':
      return { measure, plan: String(value) }
    default:
      throw new EditionError(
        `"${measure}" is not a measure. There are spend, orders, units, lifetimeSpend, balance, plan.`,
      )
  }
}
