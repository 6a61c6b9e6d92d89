import { formatMoney } from '#program/money.ts'
import { formatMonth } from '#program/month.ts'
import { monthWords } from '#program/words/date-words.ts'
import { moneyWords } from '#program/words/money-words.ts'
import { termsWords } from '#program/words/terms-words.ts'
import type { Steps } from '../pictures/steps.ts'
import { escapeText } from '../pictures/svg.ts'
import { table, tableRow } from '../standing/text-table.ts'
import type { Answer } from './answer.ts'
import type { Program } from './program.ts'

/** The first month and the twelve after it, as a step line. */
export function stepsOf({ start, simulation, sentence }: Answer, { edition }: Program): Steps {
  const [now = 0, ...ranks] = simulation.ranks.slice(0, 13)
  const months = ranks.map((rank, index) => ({ name: monthWords(formatMonth(start + index + 1)), rank, drops: 0 }))
  return { sentence: `The tier held month by month. ${sentence}`, tiers: edition.tiers, now, months }
}

/** Every month in which the tier changes, the first one included. */
export function changesTable({ start, simulation: { ranks } }: Answer, { edition }: Program): string {
  const rows = ranks.flatMap((rank, index) =>
    index > 0 && ranks[index - 1] === rank
      ? []
      : [tableRow(monthWords(formatMonth(start + index)), [edition.tiers[rank]?.name ?? ''])],
  )
  return table('The tier held at the end of the month', ['From', 'You hold'], `<tbody>${rows.join('')}</tbody>`)
}

/** Every perk of the tier: its terms, how often a year would use it, and what that is worth. */
export function perksTable({ tier, perks, totalMinor }: Answer, { edition, currency }: Program): string {
  const money = (minor: number) => escapeText(moneyWords(formatMoney(minor, currency), currency))
  const rows = perks.map(({ perk, uses, worthMinor }) => {
    const terms = perk.terms[edition.tiers.indexOf(tier)]
    const words = terms ? termsWords(terms.source, currency) : ''
    const head = `${escapeText(perk.name)}<span class="perk-text">${escapeText(words)}</span>`
    return `<tr><th scope="row">${head}</th><td>${uses}</td><td>${money(worthMinor)}</td></tr>`
  })
  const total = `<tr class="sum"><th scope="row" colspan="2">In all</th><td>${money(totalMinor)}</td></tr>`
  const body = `<tbody>${rows.join('')}</tbody><tfoot>${total}</tfoot>`
  return table(`The perks of ${tier.name}, in a calendar year of such orders`, ['Perk', 'Uses', 'Worth'], body)
}
