import type { ActivityItem, ActivityReason } from '#program/standing-body.ts'
import { dayWords, monthWords } from '#program/words/date-words.ts'
import { moneyWords } from '#program/words/money-words.ts'
import { dayOf } from '#program/zone.ts'
import { escapeText } from '../pictures/svg.ts'
import { amountsWords } from './ground-words.ts'
import type { LadderData } from './ladder-data.ts'
import { planName } from './plan-words.ts'

/** Entries as rows of a statement: what came, what counts, for which month, and if not all of it, why. */
export function activityRows(items: readonly ActivityItem[], ladder: LadderData): string {
  return items.map((item) => row(item, ladder)).join('')
}

function row(item: ActivityItem, ladder: LadderData): string {
  const day = dayWords(dayOf(Date.parse(item.time), ladder.timeZone))
  const notes = [item.note, item.reason && reasonWords(item, item.reason)].filter((note) => note)
  const said = notes.map((note) => `<span class="aside-note">${escapeText(note ?? '')}</span>`).join('')
  const head = `<span class="day">${day}</span><span class="what">${escapeText(whatWords(item, ladder))}</span>`
  const counts = countsWords(item, ladder.currency)
  const month = item.counted ? `<span class="aside-note">for ${monthWords(item.counted.month)}</span>` : ''
  return `<tr><th scope="row">${head}${said}</th><td>${escapeText(cameWords(item, ladder.currency))}</td><td>${escapeText(counts)}${month}${proofLink(item)}</td></tr>`
}

/** A name of its own for each link, for whoever hears them one after the other. */
const proofLink = ({ proof, source, id }: ActivityItem): string =>
  proof
    ? `<span class="aside-note"><a download href="/api/v1/me/proofs?${new URLSearchParams({ source, id })}">Proof<span class="unseen"> of ${escapeText(id)}</span></a></span>`
    : ''

function whatWords(item: ActivityItem, ladder: LadderData): string {
  switch (item.type) {
    case 'purchase':
      return `Purchase ${item.id}`
    case 'refund':
      return item.purchase ? `Refund of ${item.purchase}` : 'Refund without a receipt'
    case 'balance':
      return 'Balance'
    case 'plan':
      return planSpan(item.plan, ladder)
    case 'enrolment':
      return 'You joined'
    case 'redemption':
      return `${item.perk?.name}${item.perk?.reversed ? ', taken back since' : ''}`
    case 'reversal':
      return `${item.perk?.name}: use taken back`
    default:
      return item.type satisfies never
  }
}

function planSpan(plan: ActivityItem['plan'], ladder: LadderData): string {
  if (!plan) return ''
  const day = (instant: number) => dayWords(dayOf(instant, ladder.timeZone))
  // The plan ends where its span ends: the last day is the one before that instant.
  return `${planName(plan.plan, ladder)}, ${day(Date.parse(plan.from))} to ${day(Date.parse(plan.until) - 1)}`
}

function cameWords({ type, amount, perk }: ActivityItem, currency: string): string {
  if (perk?.worth) return `worth ${moneyWords(perk.worth, currency)}`
  return amount === null ? '' : `${type === 'refund' ? '−' : ''}${moneyWords(amount, currency)}`
}

function countsWords({ type, counted }: ActivityItem, currency: string): string {
  if (!counted) return type === 'refund' || type === 'purchase' ? 'nothing' : ''
  const { spend, orders, units } = counted
  const isTaken = spend.startsWith('-') || orders < 0 || units < 0
  const amounts = { spend: spend.replace('-', ''), orders: Math.abs(orders), units: Math.abs(units) }
  const words = amountsWords(amounts, currency)
  return words && isTaken ? `takes ${words}` : words || 'nothing'
}

function reasonWords(item: ActivityItem, reason: ActivityReason): string {
  switch (reason) {
    case 'purchase_not_arrived':
      return `The purchase ${item.purchase} is not known to us yet. Until it is, nothing is taken.`
    case 'not_a_purchase':
      return `${item.purchase} is not a purchase, so nothing is taken.`
    case 'more_than_was_left':
      return 'More came back than was left to take: only what was left is taken.'
    case 'nothing_paid':
      return 'Nothing was paid, so it is not an order.'
    case 'superseded':
      return 'A later message about the same plan stands in its place.'
    case 'not_a_sum':
      return (
        { balance: 'Counts as a balance, not as spend.', plan: 'Counts while it runs, not as spend.' }[
          item.type as string
        ] ?? ''
      )
    default:
      return reason satisfies never
  }
}
