import type { RowDocument } from '../document.ts'
import { type Finding, place } from './finding.ts'
import type { Subject } from './subject.ts'

const MOST_MONTHS = 36

/** Everyone holds the first tier; each other one can be reached by at least one way that asks for something. */
export function checkWays({ document }: Subject): Finding[] {
  const plans = new Set((document.plans ?? []).map(({ id }) => id))
  return document.tiers.flatMap(({ name, qualify = [] }, rank) => {
    const at = place('tiers', rank, 'qualify')
    if (rank === 0) return qualify.length === 0 ? [] : [firstIsForAll(at, name)]
    if (qualify.length === 0) return [unreachable(place('tiers', rank), name)]
    return qualify.flatMap((row, index) => checkRow(row, at + place(index), plans))
  })
}

function checkRow(row: RowDocument, at: string, plans: ReadonlySet<string>): Finding[] {
  const { months, ...measures } = row
  const findings: Finding[] = []
  const error = (code: string, where: string, message: string, mend: string) => {
    findings.push({ kind: 'error', place: where, code, message, mend })
  }
  if (Object.values(measures).every((value) => value === undefined)) {
    error('asks_for_nothing', at, 'This way of qualifying asks for nothing.', 'Name a measure, or take the way out.')
  }
  if (months !== undefined && row.balance === undefined) {
    error(
      'months_without_balance',
      `${at}/months`,
      'Only a balance is kept for months.',
      'Add a balance, or leave months out.',
    )
  } else if (months !== undefined && !(Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS)) {
    error(
      'out_of_range',
      `${at}/months`,
      `A balance is kept for 1 to ${MOST_MONTHS} months.`,
      'Choose a whole number of months.',
    )
  }
  for (const measure of ['orders', 'units'] as const) {
    const count = row[measure]
    if (count === undefined || (Number.isInteger(count) && count >= 1 && count <= 999_999)) continue
    error(
      'out_of_range',
      `${at}/${measure}`,
      `${count} is not a number of ${measure}.`,
      'Choose a whole number from 1 to 999999.',
    )
  }
  if (row.plan !== undefined && !plans.has(row.plan)) {
    error(
      'unknown_plan',
      `${at}/plan`,
      `There is no plan "${row.plan}".`,
      'Name one of the plans, or add it with its price.',
    )
  }
  return findings
}

const firstIsForAll = (at: string, name: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'first_tier_qualifies' },
  message: `Everyone holds ${name}, the first tier, so it cannot ask for anything.`,
  mend: 'Take its ways of qualifying out, or put a tier for everyone in front.',
})

const unreachable = (at: string, name: string): Finding => ({
  ...{ kind: 'error', place: at, code: 'unreachable_tier' },
  message: `Nothing leads to ${name}: it has no way of qualifying.`,
  mend: 'Add at least one way.',
})
