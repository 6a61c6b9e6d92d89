import type { LedgerEvent, Purchase } from '#program/event.ts'
import { monthOfYear } from '#program/month.ts'
import { type Basket, basketOf, type Taste } from './basket.ts'
import type { Calendar } from './calendar.ts'
import { planWords } from './plan-words.ts'
import type { Random } from './random.ts'
import { refundsOf } from './refunds.ts'

export interface Habit {
  readonly ordersPerYear: number
  readonly taste: Taste
  /** The day of the month around which they shop. */
  readonly shoppingDay: number
  readonly joinedMonthsAgo: number
  /** 0 while they still shop. */
  readonly stoppedMonthsAgo: number
  readonly hasPlan: boolean
}

export interface Person {
  readonly member: string
  readonly name: string
  readonly habit: Habit
}

/** January to December, 1 being a month like any other: presents in November and December, nobody about in August. */
const SEASON = [0.9, 0.7, 0.85, 0.95, 1, 0.95, 1, 0.7, 1, 1.05, 1.5, 1.7]

/** Everything one person did, nothing of it after now. */
export function lifeOf(random: Random, person: Person, calendar: Calendar): readonly LedgerEvent[] {
  const { member, name, habit } = person
  const joined = calendar.in(habit.joinedMonthsAgo, habit.shoppingDay, 9, random.between(0, 59))
  const events: LedgerEvent[] = [
    { type: 'enrolment', source: 'fairweather-web', id: `join-${member}`, subject: member, time: joined, name },
  ]
  if (habit.hasPlan) events.push(...planWords(random, member, habit.joinedMonthsAgo, calendar))
  let number = 0
  for (let monthsAgo = habit.joinedMonthsAgo; monthsAgo >= habit.stoppedMonthsAgo; monthsAgo--) {
    const month = monthOfYear(calendar.month - monthsAgo)
    for (let orders = random.times((habit.ordersPerYear / 12) * (SEASON[month - 1] ?? 1)); orders > 0; orders--) {
      number++
      const day = Math.max(1, habit.shoppingDay + random.between(-3, 3))
      const time = calendar.in(monthsAgo, day, random.between(8, 21), random.between(0, 59))
      if (time <= joined) continue
      const basket = basketOf(random, habit.taste, month)
      const bought = purchaseOf(`${member}-${number}`, member, time, basket)
      events.push(...[bought, ...refundsOf(random, bought, basket)].filter((event) => event.time <= calendar.now))
    }
  }
  return events
}

function purchaseOf(order: string, member: string, time: number, basket: Basket): Purchase {
  return {
    type: 'purchase',
    source: 'fairweather-web',
    id: `order-${order.slice(2)}`,
    subject: member,
    time,
    amountMinor: basket.amountMinor,
    units: basket.articles.length,
    categories: basket.categories,
    note: basket.note,
  }
}
