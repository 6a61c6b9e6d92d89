import type { LedgerEvent } from '#program/event.ts'
import type { Calendar } from './calendar.ts'

/**
 * The lives of the five members who can sign in. Their sums are chosen so that the line told about each in
 * `demo-people.ts` is true whenever the demo is started, under the rules of `fairweather.yaml`.
 */
export const TOLD_LIVES: Readonly<Record<string, (tell: Tell) => void>> = {
  'm-1001': anna,
  'm-1002': ben,
  'm-1003': clara,
  'm-1004': dev,
  'm-1005': ella,
}

/** How a life is told: each call is an event. `when` is epoch milliseconds, amounts are pence. */
export interface Tell {
  readonly calendar: Calendar
  joined(when: number): void
  bought(when: number, amountMinor: number, articles: readonly string[]): string
  returned(when: number, purchase: string, amountMinor: number, units: number): void
  subscribed(from: number, until: number): void
}

/** £812.40 in the twelve months: £187.60 short of Gold. £96.40 of it leaves at the end of this month. */
function anna({ calendar, joined, bought, returned }: Tell) {
  joined(calendar.in(20, 5, 19, 12))
  bought(calendar.in(16, 12, 20, 41), 6400, ['Linen shirt', 'Handkerchiefs'])
  bought(calendar.in(13, 21, 18, 3), 11850, ['Summer dress', 'Scarf', 'Handkerchiefs'])
  bought(calendar.in(11, 9, 12, 27), 9640, ['Wool trousers, mended seam'])
  bought(calendar.in(9, 17, 21, 8), 14500, ['Cardigan', 'Shirt dress'])
  const tried = bought(calendar.in(7, 4, 13, 55), 8900, ['Canvas shoes', 'Scarf', 'Handkerchiefs'])
  returned(calendar.in(7, 15, 11, 20), tried, 2900, 1)
  bought(calendar.in(5, 23, 17, 36), 17200, ['Raincoat', 'Belt'])
  bought(calendar.in(3, 8, 9, 49), 13860, ['Boots'])
  const unloved = bought(calendar.in(2, 11, 20, 2), 5400, ['Skirt'])
  returned(calendar.in(2, 19, 16, 44), unloved, 5400, 1)
  bought(calendar.in(1, 14, 19, 30), 12140, ['Merino jumper', 'Linen shirt'])
  bought(calendar.ago(6), 7900, ['Summer dress'])
}

/** Gold until the end of this month: what carried it left the window. £585.50 remain, enough for Silver. */
function ben({ calendar, joined, bought }: Tell) {
  joined(calendar.in(22, 8, 12, 5))
  bought(calendar.in(18, 14, 13, 10), 24000, ['Blazer', 'Oxford shirt'])
  bought(calendar.in(15, 3, 17, 42), 31000, ['Linen suit', 'Merino socks'])
  bought(calendar.in(14, 19, 10, 31), 12800, ['Derby shoes'])
  bought(calendar.in(12, 6, 12, 14), 38900, ['Two-piece suit', 'Poplin shirt'])
  bought(calendar.in(12, 20, 18, 25), 14650, ['Wool trousers', 'Linen shirt'])
  bought(calendar.in(9, 11, 19, 50), 21000, ['Wool coat'])
  bought(calendar.in(6, 25, 14, 7), 16490, ['Loafers', 'Merino jumper'])
  bought(calendar.in(3, 16, 11, 33), 15200, ['Raincoat', 'Merino socks'])
  bought(calendar.ago(9), 5860, ['Oxford shirt'])
}

/** Gold by Fairweather Plus, renewed five months ago; £169.40 and three orders would make her a Member. */
function clara({ calendar, joined, bought, subscribed }: Tell) {
  joined(calendar.in(18, 2, 20, 15))
  const began = calendar.in(17, 12, 10)
  const renewed = calendar.in(5, 12, 10)
  subscribed(began, renewed)
  subscribed(renewed, calendar.in(-7, 12, 10))
  bought(calendar.in(17, 13, 21, 4), 8900, ['Shirt dress'])
  bought(calendar.in(10, 22, 9, 18), 5200, ['Skirt'])
  bought(calendar.in(4, 7, 15, 51), 4840, ['Poplin shirt'])
  bought(calendar.ago(12), 6900, ['Merino jumper'])
}

/** Silver by volume: nine orders in the twelve months that come to £192.30 together. */
function dev({ calendar, joined, bought }: Tell) {
  joined(calendar.in(14, 19, 8, 44))
  bought(calendar.in(13, 20, 8, 50), 1250, ['Merino socks'])
  bought(calendar.in(10, 6, 22, 11), 1950, ['T-shirt'])
  bought(calendar.in(9, 27, 18, 20), 2400, ['Tie'])
  bought(calendar.in(7, 15, 12, 38), 1250, ['Merino socks'])
  bought(calendar.in(5, 2, 20, 59), 2900, ['Scarf'])
  bought(calendar.in(4, 24, 13, 16), 950, ['Handkerchiefs'])
  bought(calendar.in(3, 9, 19, 27), 2430, ['Tie'])
  bought(calendar.in(2, 18, 8, 33), 1950, ['T-shirt'])
  bought(calendar.in(1, 5, 21, 45), 3400, ['Belt'])
  bought(calendar.ago(4), 2000, ['T-shirt'])
}

/** Two days a member, nothing bought yet. */
function ella({ calendar, joined }: Tell) {
  joined(calendar.ago(2))
}

/** Tells one of those lives as events; `enrolment` is what is known of the person from joining. */
export function toldLife(
  member: string,
  calendar: Calendar,
  enrolment: { readonly name: string; readonly emailHash: string },
): readonly LedgerEvent[] {
  const live = TOLD_LIVES[member]
  if (!live) throw new RangeError(`Nothing is told about the demo member ${member}. Write it into told-lives.ts.`)
  const events: LedgerEvent[] = []
  const happened = (kind: string, time: number) => {
    const id = `${kind}-${member.slice(2)}-${events.length + 1}`
    return { source: 'fairweather-web', id, subject: member, time }
  }
  live({
    calendar,
    joined: (when) => events.push({ ...happened('join', when), type: 'enrolment', ...enrolment }),
    bought: (when, amountMinor, articles) => {
      const order = happened('order', when)
      events.push({ ...order, type: 'purchase', amountMinor, units: articles.length, note: articles.join(', ') })
      return order.id
    },
    returned: (when, purchase, amountMinor, units) =>
      events.push({ ...happened('refund', when), type: 'refund', purchase, amountMinor, units }),
    subscribed: (from, until) => events.push({ ...happened('plus', from), type: 'plan', plan: 'plus', from, until }),
  })
  return events
}
