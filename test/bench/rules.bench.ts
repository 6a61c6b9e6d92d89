import { demoEditions } from '#local/demo-program.ts'
import { editionOf, inOrder } from '#program/edition.ts'
import { parseMonth } from '#program/month.ts'
import { standing } from '#program/standing.ts'
import type { MemberSums } from '#program/sums.ts'
import type { Bench, Figure } from './figure.ts'

const MONTHS = 24
const ROUNDS = 5
const STANDINGS = 40_000

/** Standings a second on one core, of a member with two years of monthly buying under the demo shop's two editions. */
async function rulesFigures(): Promise<readonly Figure[]> {
  const published = await demoEditions()
  const editions = inOrder(published.map(({ document, ...dated }) => editionOf({ ...document, ...dated })))
  const last = parseMonth('2026-11')
  const months = Array.from({ length: MONTHS }, (_, back) => ({
    ...{ month: last - MONTHS + 1 + back, netMinor: 9_000 + 37 * back },
    ...{ looseRefundsMinor: 0, orders: 1, units: 3 },
  }))
  const first = last - MONTHS + 1
  const sums: MemberSums = { months, balances: [], plans: [], firstMonth: first, joinedMonth: first }
  const asOf = Date.parse('2026-11-20T10:00:00Z')

  let best = 0
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    for (let count = 0; count < STANDINGS; count++) standing(sums, editions, asOf + count)
    best = Math.max(best, STANDINGS / ((performance.now() - start) / 1000))
  }
  const what = `Standings a second on one core, ${MONTHS} months of sums`
  return [{ what, value: Math.round(best), unit: 'a second', atLeast: 50_000 }]
}

export const bench: Bench = { name: 'Rules', run: rulesFigures }
