import type { PerkBody, PerksBody } from '#program/perks/perk-body.ts'
import { dayWordsIn } from '#program/words/date-words.ts'
import { andWords, lowerFirst, numberWord } from '#program/words/list-words.ts'
import { escapeText } from '../pictures/svg.ts'

/** The perks of the tier held: what each asks for, how much of it is used and left, and when it is whole again. */
export function allowanceRows({ perks }: PerksBody, today: string): string {
  return perks
    .filter(({ terms }) => terms !== null)
    .map((perk) => {
      const terms = `<span class="perk-text">${escapeText(perk.words ?? '')}</span>`
      const cells = [String(perk.used), leftWords(perk), perk.resetsOn ? dayWordsIn(perk.resetsOn, today) : '–']
      return `<tr><th scope="row">${escapeText(perk.name)}${terms}</th>${cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('')}</tr>`
    })
    .join('')
}

const leftWords = ({ left }: PerkBody) => (left === null ? 'no limit' : String(left))

/** The perks of higher tiers, with what would bring them: "Lounge entry, from Silver on". */
export function lockedItems({ perks }: PerksBody): string {
  return perks
    .filter(({ terms }) => terms === null)
    .map(
      ({ name, missing }) =>
        `<li>${escapeText(`${name}, `)}<span class="soft">${escapeText(missing ?? '')}</span></li>`,
    )
    .join('')
}

/** The sentence at the head: what can be used today, and what is used up. */
export function perksSentence({ tier, perks }: PerksBody): string {
  const held = perks.filter(({ terms }) => terms !== null)
  const usedUp = held.filter(({ reason }) => reason === 'limit_reached').map(({ name }) => lowerFirst(name))
  const all = `${tier.name} gives you ${numberWord(held.length)} ${held.length === 1 ? 'perk' : 'perks'}`
  if (held.length === 0) return `${tier.name} has what everybody gets, and no perk of its own.`
  if (usedUp.length === 0) return `${all}. Nothing is used up.`
  return usedUp.length === held.length ? `${all}, used up for now.` : `${all}. Used up for now: ${andWords(usedUp)}.`
}
