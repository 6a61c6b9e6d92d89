import type { Edition, Row } from '#program/edition.ts'
import type { LedgerEvent } from '#program/event.ts'
import { NaiveCalendar, NaiveFacts } from './naive-facts.ts'

/**
 * The rules of standing.md once more, word by word and without any cleverness: every question is answered from the events,
 * nothing is summed up beforehand, nothing is carried along. Slow on purpose, and shares no code with functions/program but types.
 */
export interface NaiveStanding {
  readonly tier: string
  readonly edition: number
  readonly until: string | null
  readonly after: string | null
}

export function naiveStanding(
  events: readonly LedgerEvent[],
  editions: readonly Edition[],
  asOf: number,
): NaiveStanding {
  const calendar = calendarOf(editions[0]?.timeZone ?? 'Etc/UTC')
  const counted = events.filter((event) => event.time <= asOf)
  const life = new NaiveLife(new NaiveFacts(counted, calendar, asOf), editions)
  const held = life.tierAt(asOf)
  const edition = life.editionAt(calendar.month(asOf))
  if (held === edition.tiers[0]?.id) return { tier: held, edition: edition.edition, until: null, after: null }
  let tier: string | null = held
  let inForce = edition
  for (const instant of life.instantsAfter(asOf)) {
    const then = life.editionAt(calendar.month(instant))
    tier = life.carry(tier, inForce, then)
    inForce = then
    const now = life.tierAt(instant)
    if (tier === null || life.rank(now, then) < life.rank(tier, then)) {
      return { tier: held, edition: edition.edition, until: calendar.day(instant - 1), after: now }
    }
  }
  return { tier: held, edition: edition.edition, until: null, after: null }
}

const YEARS_AHEAD = 9

class NaiveLife {
  readonly facts: NaiveFacts
  readonly editions: readonly Edition[]
  readonly calendar: NaiveCalendar
  readonly #earned = new Map<number, number>()
  readonly #held = new Map<number, number>()
  readonly #true = new Map<Row, Map<number, boolean>>()

  constructor(facts: NaiveFacts, editions: readonly Edition[]) {
    this.facts = facts
    this.editions = editions
    this.calendar = facts.calendar
  }

  editionAt(month: number): Edition {
    const begun = this.editions.filter((edition) => edition.effectiveFrom <= month)
    const found = begun.length ? begun.reduce((a, b) => (a.effectiveFrom > b.effectiveFrom ? a : b)) : this.editions[0]
    if (!found) throw new Error('no edition')
    return found
  }

  rank(tier: string, edition: Edition): number {
    return edition.tiers.findIndex(({ id }) => id === tier)
  }

  carry(tier: string | null, from: Edition, to: Edition): string | null {
    if (from === to || tier === null) return tier
    if (to.tiers.some(({ id }) => id === tier)) return tier
    return to.tiers.find(({ replaces }) => replaces.includes(tier))?.id ?? null
  }

  /** Carried edition by edition from one month to a later one. */
  carryBetween(tier: string, from: number, to: number): string | null {
    let carried: string | null = tier
    for (let month = from; month < to; month++) {
      carried = this.carry(carried, this.editionAt(month), this.editionAt(month + 1))
      if (carried === null) return null
    }
    return carried
  }

  window(month: number): [start: number, end: number] {
    const { period, months, startsIn } = this.editionAt(month).qualification
    let start = month
    if (period === 'sliding') start = month - months + 1
    else {
      const isStart = (at: number) =>
        period === 'calendar' ? (at - (startsIn - 1)) % months === 0 : (at - this.facts.joined) % months === 0
      while (!isStart(start)) start--
    }
    return [start, period === 'sliding' ? month : start + months - 1]
  }

  keptThrough(month: number): number {
    return this.window(month)[1] + this.editionAt(month).qualification.keep
  }

  isTrue(row: Row, month: number): boolean {
    const months = this.#true.get(row) ?? new Map<number, boolean>()
    this.#true.set(row, months)
    const known = months.get(month) ?? this.judge(row, month)
    months.set(month, known)
    return known
  }

  judge(row: Row, month: number): boolean {
    const [start] = this.window(month)
    return row.every((need) => {
      switch (need.measure) {
        case 'plan':
          return true
        case 'lifetimeSpend':
          return this.facts.sum('spend', this.facts.first, month) >= need.minor
        case 'spend':
          return this.facts.sum('spend', start, month) >= need.minor
        case 'orders':
        case 'units':
          return this.facts.sum(need.measure, start, month) >= need.count
        default:
          return [...Array(need.months + 1).keys()].every(
            (back) => (this.facts.lowBalance(month - back) ?? Number.NEGATIVE_INFINITY) >= need.minor,
          )
      }
    })
  }

  earnedRank(month: number): number {
    const known = this.#earned.get(month) ?? this.highestEarned(month)
    this.#earned.set(month, known)
    return known
  }

  highestEarned(month: number): number {
    const edition = this.editionAt(month)
    let best = 0
    for (let past = this.facts.first; past <= month; past++) {
      if (this.keptThrough(past) < month) continue
      for (const tier of this.editionAt(past).tiers) {
        const rows = tier.rows.filter((row) => row.every((need) => need.measure !== 'plan'))
        if (!rows.some((row) => this.isTrue(row, past))) continue
        const carried = this.carryBetween(tier.id, past, month)
        if (carried !== null) best = Math.max(best, this.rank(carried, edition))
      }
    }
    return best
  }

  heldRank(month: number): number {
    const known = this.#held.get(month) ?? this.walkTo(month)
    this.#held.set(month, known)
    return known
  }

  walkTo(month: number): number {
    let held = this.earnedRank(this.facts.first)
    let landing = -1
    for (let at = this.facts.first + 1; at <= month; at++) {
      const [before, edition] = [this.editionAt(at - 1), this.editionAt(at)]
      const carried = this.carry(before.tiers[held]?.id ?? null, before, edition)
      held = carried === null ? 0 : this.rank(carried, edition)
      const earned = this.earnedRank(at)
      if (earned >= held) {
        held = earned
        landing = -1
      } else if (at <= landing) {
      } else if (edition.qualification.softLanding && held - 1 > earned) {
        held -= 1
        landing = at + edition.qualification.months - 1
      } else {
        held = earned
        landing = -1
      }
    }
    return held
  }

  planRank(at: number): number {
    const month = this.calendar.month(at)
    const edition = this.editionAt(month)
    let best = 0
    edition.tiers.forEach((tier, rank) => {
      for (const row of tier.rows) {
        const [only] = row
        if (row.length === 1 && only?.measure === 'plan' && this.facts.planRuns(only.plan, at))
          best = Math.max(best, rank)
      }
    })
    for (let past = this.facts.first; past <= month; past++) {
      if (this.keptThrough(past) < month) continue
      for (const tier of this.editionAt(past).tiers) {
        for (const row of tier.rows) {
          const plan = row.find((need) => need.measure === 'plan')
          if (plan?.measure !== 'plan' || row.length === 1) continue
          if (!this.facts.planRuns(plan.plan, at) || !this.isTrue(row, past)) continue
          const carried = this.carryBetween(tier.id, past, month)
          if (carried !== null) best = Math.max(best, this.rank(carried, edition))
        }
      }
    }
    return best
  }

  tierAt(at: number): string {
    const month = this.calendar.month(at)
    const rank = Math.max(this.heldRank(month), this.planRank(at))
    return this.editionAt(month).tiers[rank]?.id ?? ''
  }

  /** Every instant at which something may change by itself: starts of months, beginnings and ends of plans. */
  instantsAfter(at: number): number[] {
    const instants = this.facts.events.flatMap((event) => (event.type === 'plan' ? [event.from, event.until] : []))
    const month = this.calendar.month(at)
    for (let ahead = 1; ahead <= 12 * YEARS_AHEAD; ahead++) instants.push(this.calendar.start(month + ahead))
    return [...new Set(instants)].filter((instant) => instant > at).sort((a, b) => a - b)
  }
}

const calendars = new Map<string, NaiveCalendar>()

function calendarOf(zone: string): NaiveCalendar {
  const calendar = calendars.get(zone) ?? new NaiveCalendar(zone)
  calendars.set(zone, calendar)
  return calendar
}
