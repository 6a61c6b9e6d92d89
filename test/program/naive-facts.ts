import type { LedgerEvent } from '#program/event.ts'

/** Months of a zone, asked of Intl one instant at a time and remembered. */
export class NaiveCalendar {
  readonly #zone: string
  readonly #months = new Map<number, number>()

  constructor(zone: string) {
    this.#zone = zone
  }

  day(at: number): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: this.#zone }).format(at)
  }

  month(at: number): number {
    let month = this.#months.get(at)
    if (month === undefined) {
      const [year, ofYear] = this.day(at).split('-')
      month = Number(year) * 12 + Number(ofYear) - 1
      this.#months.set(at, month)
    }
    return month
  }

  /** The first quarter of an hour of a month: zones differ from UTC by multiples of that nowadays. */
  start(month: number): number {
    const quarter = 900_000
    let at = Date.UTC(Math.floor(month / 12), month % 12, 1) - 15 * 4 * quarter
    while (this.month(at) < month) at += quarter
    return at
  }
}

/** What the events of a member say of a month, summed from scratch each time it is asked for the first time. */
export class NaiveFacts {
  readonly events: readonly LedgerEvent[]
  readonly calendar: NaiveCalendar
  readonly first: number
  readonly joined: number
  readonly #known = new Map<string, number>()

  constructor(events: readonly LedgerEvent[], calendar: NaiveCalendar, asOf: number) {
    this.events = events
    this.calendar = calendar
    const months = events.map((event) => calendar.month(event.time))
    const joining = events.filter(({ type }) => type === 'purchase' || type === 'enrolment')
    this.first = months.length ? Math.min(...months) : calendar.month(asOf)
    this.joined = joining.length ? Math.min(...joining.map((event) => calendar.month(event.time))) : this.first
  }

  netOf(purchase: LedgerEvent & { type: 'purchase' }) {
    let { amountMinor, units } = purchase
    for (const event of this.events) {
      if (event.type !== 'refund' || event.source !== purchase.source || event.purchase !== purchase.id) continue
      amountMinor -= event.amountMinor
      units -= event.units
    }
    return { amountMinor: Math.max(0, amountMinor), units: Math.max(0, units) }
  }

  measure(measure: 'spend' | 'orders' | 'units', month: number): number {
    const known = this.#known.get(`${measure} ${month}`)
    if (known !== undefined) return known
    let [spend, orders, units, loose] = [0, 0, 0, 0]
    for (const event of this.events) {
      if (this.calendar.month(event.time) !== month) continue
      if (event.type === 'refund' && event.purchase === undefined) loose += event.amountMinor
      if (event.type !== 'purchase') continue
      const net = this.netOf(event)
      spend += net.amountMinor
      if (net.amountMinor > 0) orders += 1
      if (net.amountMinor > 0) units += net.units
    }
    const found = { spend: Math.max(0, spend - loose), orders, units }[measure]
    this.#known.set(`${measure} ${month}`, found)
    return found
  }

  sum(measure: 'spend' | 'orders' | 'units', from: number, to: number): number {
    let total = 0
    for (let month = Math.max(from, this.first); month <= to; month++) total += this.measure(measure, month)
    return total
  }

  lowBalance(month: number): number | null {
    const reports = this.events
      .filter((event) => event.type === 'balance')
      .sort((a, b) => a.time - b.time || byPoints(a.source, b.source) || byPoints(a.id, b.id))
    const carried = reports.filter((report) => this.calendar.month(report.time) < month).at(-1)
    if (!carried) return null
    const inMonth = reports.filter((report) => this.calendar.month(report.time) === month)
    return Math.min(carried.balanceMinor, ...inMonth.map((report) => report.balanceMinor))
  }

  planRuns(plan: string, at: number): boolean {
    const words = this.events.filter((event) => event.type === 'plan').filter((word) => word.plan === plan)
    const latest = words.filter(
      (word) =>
        !words.some(
          (other) =>
            other.from === word.from &&
            (other.time - word.time || byPoints(other.source, word.source) || byPoints(other.id, word.id)) > 0,
        ),
    )
    return latest.some((word) => word.from <= at && at < word.until)
  }
}

function byPoints(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = (a[index]?.codePointAt(0) ?? 0) - (b[index]?.codePointAt(0) ?? 0)
    if (difference) return difference
  }
  return a.length - b.length
}
