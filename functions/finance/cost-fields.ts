import * as z from 'zod'
import { faultyFields } from '#http/problem.ts'
import type { Period } from '#ledger/cost-entry.ts'
import { type Month, parseMonth } from '#program/month.ts'

/** Fields that several of finance's routes have. */

export const money = z.string().meta({ examples: ['12.50', '-4.25'], description: 'Below zero with a minus in front' })
export const count = z.int().min(0)
export const monthText = z.string().meta({ examples: ['2026-05'] })
export const dayText = z.string().meta({ format: 'date' })
export const instant = z.string().meta({ format: 'date-time' })
export const share = z.number().meta({ description: 'A percentage, rounded to one decimal' })

export const monthField = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: 'It must be a month, as in 2026-05' })
  .transform(parseMonth)

/** The months asked about, both included. */
export const periodFields = {
  from: monthField.optional().meta({ description: 'The first month. Eleven months before the last, if absent.' }),
  to: monthField.optional().meta({ description: 'The last month. The current one, if absent.' }),
}

/** How many months one question may be about. */
const MOST_MONTHS = 60

/** Beyond these nothing was ever booked, and calendars become arguable. */
const [EARLIEST, LATEST] = [parseMonth('1990-01'), parseMonth('2199-12')]

/** The period of a question. Throws a 400 problem for one that ends before it starts, is too long, or lies out of all time. */
export function periodOf({ from, to }: { from?: Month | undefined; to?: Month | undefined }, current: Month): Period {
  const last = to ?? Math.max(from ?? current, current)
  const period = { from: from ?? last - 11, to: last }
  if (period.from > period.to) throw badPeriod('The period ends before it starts. Exchange the two months.')
  if (period.from < EARLIEST || period.to > LATEST)
    throw badPeriod('The months lie between 1990-01 and 2199-12. Correct the year.')
  if (period.to - period.from >= MOST_MONTHS)
    throw badPeriod(`The period has more than ${MOST_MONTHS} months. Ask for fewer.`)
  return period
}

const badPeriod = (detail: string) => faultyFields(400, [{ pointer: '/query/from', code: 'bad_period', detail }])

/** What a question is narrowed to. */
export const placeFilters = {
  perk: z.string().max(128).optional(),
  tier: z.string().max(128).optional(),
  edition: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, { error: 'It must be the number of an edition' })
    .transform(Number)
    .optional(),
  source: z.string().max(256).optional(),
}
