import type { PeriodBody } from '#finance/period-routes.ts'
import { instantWords, monthWords } from '#program/words/date-words.ts'
import { escapeText } from '../pictures/svg.ts'
import { numberWords } from './amount.ts'
import type { ProgramNames } from './program.ts'
import { hrefOf } from './query.ts'
import { linkTo, type Screen } from './screen.ts'

/** The months since the first entry: which are closed, which can be, and what to do with each. */
export function periodsScreen({ items }: { readonly items: readonly PeriodBody[] }, program: ProgramNames): Screen {
  return {
    title: 'Months',
    lead: leadOf(items),
    body: `<ol class="months">${items.map((period) => monthItem(period, program)).join('')}</ol>`,
  }
}

function leadOf(items: readonly PeriodBody[]): string {
  const next = items.findLast(({ state }) => state === 'ready')
  if (next) return `${monthWords(next.month)} can be closed.`
  const closed = items.find(({ state }) => state === 'closed')
  return closed ? `Every month up to ${monthWords(closed.month)} is closed.` : 'No month has been closed yet.'
}

function monthItem(period: PeriodBody, { timeZone }: ProgramNames): string {
  const { month } = period
  const name = monthWords(month)
  const costs = linkTo(hrefOf('costs', { from: month, to: month, by: 'perk' }), 'Its costs')
  return (
    `<li class="section month"><h2>${escapeText(name)}</h2><p class="month-state">${escapeText(stateWords(period, timeZone))}</p>` +
    `${rootOf(period)}<p class="actions">${costs}${actionsOf(period, name)}</p>` +
    `<p class="month-said" role="status" data-said="${month}"></p></li>`
  )
}

/** What state a month is in, and until when. */
export function stateWords({ state, closedAt, closable, entries }: PeriodBody, timeZone: string): string {
  switch (state) {
    case 'closed':
      return `Closed on ${instantWords(closedAt ?? '', timeZone)}, with ${numberWords(entries ?? 0)} entries. Corrections stand in later months.`
    case 'ready':
      return 'Over, and every month before it is closed: it can be closed.'
    case 'waiting':
      return 'Over. An earlier month has to be closed first.'
    case 'open':
      return closable === null ? 'Open.' : `Open. It can be closed from ${instantWords(closable, timeZone)} on.`
    default:
      return state satisfies never
  }
}

const rootOf = ({ root }: PeriodBody) =>
  root === null ? '' : `<p class="small soft root">Root <code>${escapeText(root)}</code></p>`

function actionsOf({ month, state }: PeriodBody, name: string): string {
  if (state === 'ready') return button('close', month, 'Close', name)
  if (state !== 'closed') return ''
  const href = `/api/v1/finance/periods/${month}/archive`
  return `${button('verify', month, 'Verify', name)}<a href="${href}" download>Archive<span class="unseen"> of ${escapeText(name)}</span></a>`
}

const button = (action: string, month: string, words: string, name: string) =>
  `<button class="button quiet" type="button" data-action="${action}" data-month="${month}">${words}` +
  `<span class="unseen"> ${escapeText(name)}</span></button>`
