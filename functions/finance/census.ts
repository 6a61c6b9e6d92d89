import type { Period } from '#ledger/cost-entry.ts'
import type { MemberRecord } from '#ledger/ledger.ts'
import type { Edition } from '#program/edition.ts'
import { spendOf } from '#program/measures.ts'
import type { Month } from '#program/month.ts'
import type { Perk, Terms } from '#program/perks/perk.ts'
import { usedIn } from '#program/perks/uses.ts'
import { tierAt } from '#program/standing.ts'
import { lifeOf, timeline } from '#program/timeline.ts'
import { monthOf } from '#program/zone.ts'

/** What the census is taken of: months up to the current one, and the allowances of the perks in force. */
export interface CensusQuestion {
  readonly period: Period
  readonly editions: readonly Edition[]
  /** Of the edition in force; none where allowances are not asked about. */
  readonly perks: readonly Perk[]
  /** Epoch milliseconds. */
  readonly at: number
}

/** All members, counted by the tiers that they hold and held. */
export interface Census {
  /** Holders of each tier at the end of each month of the period, or now in the current one. */
  readonly held: ReadonlyMap<Month, ReadonlyMap<string, number>>
  /** Holders of each tier now. */
  readonly now: ReadonlyMap<string, number>
  /** By tier: what counted in the months of the period in which its holder held it, and who bought then. */
  readonly activity: ReadonlyMap<string, Activity>
  /** Who bought in the period, whatever they held; somebody can have bought under two tiers. */
  readonly active: number
  /** Uses left now, by perk and tier, of perks that have a limit which is counted in the calendar or for ever. */
  readonly open: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export interface Activity {
  readonly members: number
  readonly spendMinor: number
}

type Counts = Map<string, number>

/**
 * Takes the census in one pass. Every tier follows from the sums as the standing does (standing.md), month by month, so
 * the answer for a month that is over never changes but by what is booked late.
 */
export async function takeCensus(members: AsyncIterable<MemberRecord>, question: CensusQuestion): Promise<Census> {
  const { perks, editions } = question
  const timeZone = editions[0]?.timeZone ?? 'UTC'
  const current = monthOf(question.at, timeZone)
  const tally: Tally = { held: new Map(), now: new Map(), activity: new Map(), open: new Map(), active: 0 }
  for await (const member of members) {
    const tiers = tiersOf(member, question, current)
    for (const { month, tier } of tiers.held) addTo(entryOf(tally.held, month, newCounts), tier.id, 1)
    addTo(tally.now, tiers.now.id, 1)
    addActivity(tally, member, tiers.held)
    for (const perk of perks) {
      const terms = perk.terms[tiers.rank]
      const left = terms ? leftOf(member, perk.id, terms, question.at, timeZone) : null
      if (left !== null) addTo(entryOf(tally.open, perk.id, newCounts), tiers.now.id, left)
    }
  }
  return tally
}

/** A census while it is being taken. */
interface Tally extends Census {
  readonly held: Map<Month, Counts>
  readonly now: Counts
  readonly activity: Map<string, { members: number; spendMinor: number }>
  readonly open: Map<string, Counts>
  active: number
}

function addActivity(tally: Tally, { sums }: MemberRecord, held: readonly Held[]): void {
  const byMonth = new Map(held.map(({ month, tier }) => [month, tier.id]))
  const boughtUnder = new Set<string>()
  const activityOf = (tier: string) => entryOf(tally.activity, tier, () => ({ members: 0, spendMinor: 0 }))
  for (const month of sums.months) {
    const tier = byMonth.get(month.month)
    if (tier === undefined) continue
    activityOf(tier).spendMinor += spendOf(month)
    if (month.orders > 0) boughtUnder.add(tier)
  }
  for (const tier of boughtUnder) activityOf(tier).members++
  if (boughtUnder.size > 0) tally.active++
}

interface Held {
  readonly month: Month
  readonly tier: { readonly id: string }
}

interface TiersHeld {
  /** By the months of the period since the member is one. */
  readonly held: readonly Held[]
  readonly now: { readonly id: string }
  readonly rank: number
}

/** Walks a member's timeline once, to this instant. */
function tiersOf({ sums }: MemberRecord, { period, editions, at }: CensusQuestion, current: Month): TiersHeld {
  const stretches = timeline(lifeOf(sums, current), editions)
  const held: Held[] = []
  let stretch = stretches.next().value
  for (;;) {
    const next = stretches.next().value
    const isLast = next.month > current || (next.month === current && next.begins !== null && next.begins > at)
    const tier = tierAt(stretch.edition, stretch.rank)
    // The last stretch of a month says what is held at its end.
    const endsMonth = isLast || next.month > stretch.month
    if (endsMonth && stretch.month >= period.from && stretch.month <= period.to)
      held.push({ month: stretch.month, tier })
    if (isLast) return { held, now: tier, rank: stretch.rank }
    stretch = next
  }
}

/** Uses a member has left of a limit that is counted per member; null for none, and for one that is counted per order. */
function leftOf({ uses }: MemberRecord, perk: string, { limit }: Terms, at: number, timeZone: string): number | null {
  if (!limit || limit.per === 'order') return null
  return Math.max(0, limit.count - usedIn(uses.get(perk) ?? null, limit.per, at, timeZone))
}

const newCounts = (): Counts => new Map()

const addTo = (counts: Counts, name: string, count: number) => counts.set(name, (counts.get(name) ?? 0) + count)

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}
