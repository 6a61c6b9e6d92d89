import type { ProgramDocument, PublishedEdition, RowDocument } from '#program/document.ts'
import { formatMoney, parseMoney } from '#program/money.ts'
import { type UsualHabits, usualHabits } from '#program/perks/habits.ts'
import type { Intent } from '#program/perks/simulate.ts'
import { windowStart } from '#program/window.ts'
import { andWords, countWords } from '#program/words/list-words.ts'
import { moneyWords } from '#program/words/money-words.ts'
import { answer } from './answer.ts'
import { programData, programOf } from './program.ts'

/** A row of the table that answers without a script. */
export interface Example {
  /** "£250 in 7 orders a year". */
  readonly who: string
  readonly tier: string
  /** The month in which it is reached, counted from 1; null for the first tier, which everyone holds. */
  readonly reachedIn: number | null
  /** What its perks are worth a year, in words. */
  readonly worth: string
}

/** Someone with the usual habits, and for every way of qualifying someone who just does what it asks for. */
export function examples(published: PublishedEdition): readonly Example[] {
  const { document } = published
  const program = programOf(programData(published))
  const habits = usualHabits(document)
  const { qualification, effectiveFrom } = program.edition
  const start = windowStart(qualification, effectiveFrom, effectiveFrom)
  const usual: Intent = { ...NOTHING, spendMinor: habits.spendMinor, orders: habits.orders }
  const rows = document.tiers.flatMap(({ qualify = [] }) => qualify)
  const found = [usual, ...rows.map((row) => intentFor(row, usual, habits, document))].map((intent) => {
    const { spendMinor, orders } = intent
    const { coveredPercent } = habits
    const { simulation, tier, totalMinor } = answer(program, intent, { spendMinor, orders, coveredPercent }, start)
    return {
      who: whoWords(intent, document),
      tier: tier.name,
      reachedIn: simulation.highest === 0 ? null : simulation.reachedIn + 1,
      worth: wordsOf(totalMinor, document.currency),
    }
  })
  return found.filter(({ who }, index) => found.findIndex((other) => other.who === who) === index)
}

const NOTHING: Intent = { spendMinor: 0, orders: 0, units: 0, beforeMinor: 0, balanceMinor: null, plans: [] }

/** Just enough a year for one way. What it leaves open is filled with orders of the usual size, twelve at most. */
function intentFor(row: RowDocument, usual: Intent, { averageMinor }: UsualHabits, document: ProgramDocument): Intent {
  const { currency, qualification } = document
  const aYear = (inWindow: number) => Math.ceil((inWindow * 12) / qualification.months)
  const money = (text: string | undefined) => (text === undefined ? 0 : parseMoney(text, currency))
  const [spend, ordered] = [aYear(money(row.spend)), aYear(row.orders ?? 0)]
  const isBought = spend > 0 || ordered > 0
  const spendMinor = spend || (isBought ? ordered * averageMinor : usual.spendMinor)
  const bySize = averageMinor > 0 ? Math.ceil(spendMinor / averageMinor) : usual.orders
  return {
    spendMinor,
    orders: ordered || Math.min(usual.orders, bySize),
    units: aYear(row.units ?? 0),
    beforeMinor: Math.max(0, money(row.lifetimeSpend) - spendMinor),
    balanceMinor: row.balance === undefined ? null : money(row.balance),
    plans: row.plan === undefined ? [] : [row.plan],
  }
}

function whoWords(
  { spendMinor, orders, units, beforeMinor, balanceMinor, plans }: Intent,
  document: ProgramDocument,
): string {
  const { currency } = document
  const planName = (id: string) => document.plans?.find((plan) => plan.id === id)?.name ?? id
  const more = [
    ...(units > 0 ? [countWords(units, 'item')] : []),
    ...(beforeMinor > 0 ? [`${wordsOf(beforeMinor, currency)} spent in earlier years`] : []),
    ...(balanceMinor === null ? [] : [`a balance of ${wordsOf(balanceMinor, currency)}`]),
    ...plans.map(planName),
  ]
  const bought = `${wordsOf(spendMinor, currency)} in ${countWords(orders, 'order')} a year`
  return more.length === 0 ? bought : `${bought}, with ${andWords(more)}`
}

const wordsOf = (minor: number, currency: string) => moneyWords(formatMoney(minor, currency), currency)
