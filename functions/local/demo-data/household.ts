import type { LedgerEvent } from '#program/event.ts'
import type { Category } from './articles.ts'
import type { Calendar } from './calendar.ts'
import { type Habit, lifeOf } from './life.ts'
import { type Random, randomOf } from './random.ts'

const FIRST_NAMES = [
  ...(['Amira', 'Beatrix', 'Callum', 'Dilys', 'Edwin', 'Farah', 'Gethin', 'Hester', 'Ines', 'Jasper'] as const),
  ...(['Kofi', 'Leonie', 'Marek', 'Nadia', 'Oswin', 'Petra', 'Quentin', 'Rosa', 'Soren', 'Tamsin'] as const),
  ...(['Umar', 'Vera', 'Wilf', 'Xenia', 'Yusuf', 'Zelda'] as const),
] as const
const LAST_NAMES = [
  ...(['Ashdown', 'Bello', 'Carrow', 'Dunmore', 'Eastlake', 'Farrant', 'Goddard', 'Hallam', 'Ivers'] as const),
  ...(['Jansen', 'Kowal', 'Lindsay', 'Merrow', 'Nwosu', 'Orchard', 'Prentice', 'Quill', 'Rahman'] as const),
  ...(['Sorrell', 'Thackeray', 'Underhill', 'Voss', 'Winslow', 'Yardley', 'Zeller'] as const),
] as const

/** How often such people order in a year and how much at a time. Of a hundred households, those up to `percentile`. */
const WAYS_OF_SHOPPING = [
  { percentile: 30, ordersPerYear: 2, mostArticles: 2 },
  { percentile: 60, ordersPerYear: 4.5, mostArticles: 2 },
  { percentile: 86, ordersPerYear: 9, mostArticles: 2 },
  { percentile: 97, ordersPerYear: 15, mostArticles: 3 },
  { percentile: 100, ordersPerYear: 24, mostArticles: 4 },
] as const

const FAVOURITES: readonly [readonly [Category, ...Category[]], ...(readonly [Category, ...Category[]])[]] = [
  ['shirts', 'knitwear'],
  ['dresses', 'shoes', 'knitwear'],
  ['suits', 'shirts', 'shoes'],
  ['coats', 'knitwear'],
  ['shirts', 'dresses'],
  ['accessories', 'shirts'],
]

/**
 * A household of one or two members, who share a name, a taste and the day on which they shop. The same number gives the
 * same people; `nextMember` gives ids out.
 */
export function householdOf(number: number, calendar: Calendar, nextMember: () => string): readonly LedgerEvent[] {
  const random = randomOf(number)
  const lastName = random.pick(LAST_NAMES)
  const habit = habitOf(random)
  const events: LedgerEvent[] = []
  for (let person = random.chance(0.3) ? 2 : 1; person > 0; person--) {
    const name = `${random.pick(FIRST_NAMES)} ${lastName}`
    events.push(...lifeOf(random, { member: nextMember(), name, habit }, calendar))
  }
  return events
}

function habitOf(random: Random): Habit {
  const place = random.between(1, 100)
  const way = WAYS_OF_SHOPPING.find(({ percentile }) => place <= percentile) ?? WAYS_OF_SHOPPING[0]
  const joinedMonthsAgo = random.between(1, 36)
  return {
    ordersPerYear: way.ordersPerYear * (0.7 + random.next() * 0.6),
    taste: { favourites: random.pick(FAVOURITES), mostArticles: way.mostArticles },
    shoppingDay: random.between(1, 28),
    joinedMonthsAgo,
    // One in seven has stopped: those are the members who are about to drop, or have.
    stoppedMonthsAgo: random.chance(0.15) ? random.between(1, Math.min(14, joinedMonthsAgo)) : 0,
    hasPlan: random.chance(0.06),
  }
}
