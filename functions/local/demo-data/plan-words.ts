import type { Plan } from '#program/event.ts'
import type { Calendar } from './calendar.ts'
import type { Random } from './random.ts'

/** Fairweather Plus, year after year from the second month on; one in three has cancelled the last year half-way. */
export function planWords(
  random: Random,
  member: string,
  joinedMonthsAgo: number,
  calendar: Calendar,
): readonly Plan[] {
  const words: Plan[] = []
  const day = random.between(1, 28)
  const word = (id: string, time: number, from: number, until: number): Plan => {
    return {
      type: 'plan',
      source: 'fairweather-web',
      id: `plus-${id}`,
      subject: member,
      time,
      plan: 'plus',
      from,
      until,
    }
  }
  for (let monthsAgo = joinedMonthsAgo - 1; monthsAgo > 0; monthsAgo -= 12) {
    const from = calendar.in(monthsAgo, day, 10)
    words.push(word(`${member}-${words.length + 1}`, from, from, calendar.in(monthsAgo - 12, day, 10)))
    const cancelledAt = calendar.in(monthsAgo - 6, day, 15)
    if (monthsAgo > 6 && monthsAgo <= 12 && random.chance(0.33)) {
      words.push(word(`${member}-cancelled`, cancelledAt, from, cancelledAt))
    }
  }
  return words
}
