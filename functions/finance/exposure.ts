import type { CostTotal } from '#ledger/cost-entry.ts'
import type { PublishedEdition } from '#program/document.ts'
import type { Limit, Perk } from '#program/perks/perk.ts'
import { monthOf } from '#program/zone.ts'
import type { Census } from './census.ts'
import { expectedUses, remaining } from './expected-use.ts'
import { exposureBasis } from './exposure-basis.ts'
import { halfUp } from './half-up.ts'
import { onRecordSince } from './on-record.ts'
import { type Fraction, type PastUse, pastUse } from './past-use.ts'

/** What is outstanding of one perk for the holders of one tier. Amounts are minor units. */
export interface Exposure {
  readonly perk: Perk
  readonly tier: string
  readonly unitMinor: number | null
  readonly members: number
  /** Uses left; null where nothing limits them. */
  readonly open: number | null
  /** The last day of what is left; null where it never lapses, or is not limited. */
  readonly until: string | null
  readonly atMostMinor: number | null
  readonly utilisation: Utilisation
  readonly probableMinor: number
  /** How the probable cost was worked out: a sentence or two. */
  readonly basis: string
}

/** What was used of what could have been, in the last complete months on record. */
export interface Utilisation {
  readonly used: number
  /** Half up to a whole use; null where nothing limits them. */
  readonly allowed: number | null
  readonly percent: number | null
}

/** What the exposure is worked out from. */
export interface Outlook {
  readonly published: readonly PublishedEdition[]
  /** The tiers of the edition in force, lowest first. */
  readonly tiers: readonly { readonly id: string }[]
  readonly perks: readonly Perk[]
  /** By perk, in minor units; a perk without a stated cost is not in it. */
  readonly unitMinor: ReadonlyMap<string, number>
  /** At least those of the twelve months before the current one. */
  readonly totals: readonly CostTotal[]
  readonly census: Census
  /** Epoch milliseconds. */
  readonly at: number
  readonly timeZone: string
}

/** What outstanding allowances could cost at most, and will probably cost: by perk and tier, as the document has them. */
export function exposures(outlook: Outlook): readonly Exposure[] {
  return outlook.perks.flatMap((perk) =>
    outlook.tiers.flatMap(({ id }, rank) => (perk.terms[rank] ? [exposureOf(perk, id, rank, outlook)] : [])),
  )
}

/** What open allowances of a perk could cost at most, in minor units; null where some tier's are not limited. */
export function committedTo(perk: string, items: readonly Exposure[]): number | null {
  let sum = 0
  for (const { perk: of, members, atMostMinor } of items) {
    if (of.id !== perk || members === 0) continue
    if (atMostMinor === null) return null
    sum += atMostMinor
  }
  return sum
}

function exposureOf(perk: Perk, tier: string, rank: number, outlook: Outlook): Exposure {
  const { census, at, timeZone } = outlook
  const unitMinor = outlook.unitMinor.get(perk.id) ?? null
  const limit = perMember(perk.terms[rank]?.limit ?? null)
  const members = census.now.get(tier) ?? 0
  const open = limit && (census.open.get(perk.id)?.get(tier) ?? 0)
  const since = onRecordSince(perk.id, outlook.totals, outlook.published)
  const question = { perk: perk.id, tier, limit, since, current: monthOf(at, timeZone) }
  const past = pastUse(question, outlook.totals, census)
  const rest = remaining(limit, at, timeZone)
  const expected = expectedUses(limit, past, members, rest)
  return {
    ...{ perk, tier, unitMinor, members, open },
    until: limit && rest.until,
    atMostMinor: open === null || unitMinor === null ? null : open * unitMinor,
    utilisation: utilisationOf(past),
    probableMinor: probableMinor(expected, open, unitMinor ?? 0),
    basis: exposureBasis({ hasUnit: unitMinor !== null, limit, members, past, remaining: rest, expected, open }),
  }
}

/** A limit per order sets no bound to the number of orders, and so none to a member. */
const perMember = (limit: Limit | null): Limit | null => (limit?.per === 'order' ? null : limit)

/** Never more than is open; all of it where nothing is known of earlier use. */
function probableMinor(expected: Fraction | null, open: number | null, unitMinor: number): number {
  if (expected === null) return (open ?? 0) * unitMinor
  const expectedMinor = halfUp(expected.over * BigInt(unitMinor), expected.under)
  return open === null ? expectedMinor : Math.min(expectedMinor, open * unitMinor)
}

function utilisationOf({ used, allowed }: PastUse): Utilisation {
  if (allowed === null) return { used, allowed, percent: null }
  const percent = allowed.over === 0n ? null : halfUp(BigInt(used) * allowed.under * 1000n, allowed.over) / 10
  return { used, allowed: halfUp(allowed.over, allowed.under), percent }
}
