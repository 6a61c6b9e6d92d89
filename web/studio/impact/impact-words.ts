import { dayWords } from '#program/words/date-words.ts'
import { andWords } from '#program/words/list-words.ts'
import { moneyWords } from '#program/words/money-words.ts'
import type { ImpactBody, MoveReason } from './impact-body.ts'
import { costAfter, costBefore } from './impact-sums.ts'

/** Why somebody's tier would be another one, after "because". */
export const REASON_WORDS: Readonly<Record<MoveReason, string>> = {
  asks_for_more: 'the tier asks for more',
  asks_for_less: 'the tier asks for less',
  kept_shorter: 'tiers are kept for less long',
  kept_longer: 'tiers are kept for longer',
  tier_gone: 'the tier is gone',
  tier_new: 'the tier is new',
  other: 'of something else, such as another period',
}

const count = (number: number) => number.toLocaleString('en-GB')

/** What a draft would do, sentence by sentence, the most important first. */
export function impactSentences(body: ImpactBody): string[] {
  return [daySentence(body), laterSentence(body), costSentence(body)]
}

/** "On 1 March 2027, 34 of 1,812 members would be Silver instead of Gold; all others hold what they would hold anyway." */
function daySentence({ effectiveFrom, done, tiers, flows, moves }: ImpactBody): string {
  const day = dayWords(`${effectiveFrom}-01`)
  const isMoved = moves.some(({ month }) => month === effectiveFrom)
  const nameOf = (id: string) => tiers.find(({ tier }) => tier === id)?.name ?? id
  const changed = flows.filter(({ from, to }) => from !== to)
  if (!isMoved || changed.length === 0) return `On ${day}, nobody’s tier would be another one than without the draft.`
  const parts = changed.map(
    ({ from, to, members }) => `${count(members)} would be ${nameOf(to)} instead of ${nameOf(from)}`,
  )
  return `On ${day}, of ${count(done)} members ${andWords(parts)}; all others hold what they would hold anyway.`
}

function laterSentence({ effectiveFrom, moves }: ImpactBody): string {
  const later = moves.filter(({ month }) => month !== effectiveFrom)
  const by = (direction: 'up' | 'down') =>
    later.filter((move) => move.direction === direction).reduce((sum, { members }) => sum + members, 0)
  const [up, down] = [by('up'), by('down')]
  const when = 'In the twelve months after that day'
  if (up + down === 0) return `${when}, it would make no further difference to anybody’s tier.`
  const parts = [
    ...(down > 0 ? [`${people(down)} would hold a lower tier than without the draft`] : []),
    ...(up > 0 ? [`${people(up)} a higher one${down > 0 ? '' : ' than without the draft'}`] : []),
  ]
  // Who loses a tier on the day itself loses it before its date: a tier that is gone, a plan that counts no longer.
  const isAtOnce = moves.some(({ direction, month }) => direction === 'down' && month === effectiveFrom)
  return `${when}, ${andWords(parts)}${down > 0 && !isAtOnce ? '; nobody before their date' : ''}.`
}

const people = (number: number) => (number === 1 ? 'one more member' : `${count(number)} more members`)

function costSentence(body: ImpactBody): string {
  const [before, after] = [costBefore(body), costAfter(body)]
  const words = (amount: string) => moneyWords(amount, body.currency)
  if (body.costs.length === 0) return 'No perk was used in the last twelve months, so nothing is known of costs.'
  if (before === after)
    return `The perks of the last twelve months cost ${words(before)}, and would have cost the same.`
  return `The perks of the last twelve months cost ${words(before)}; by the draft they would have cost ${words(after)}.`
}

/** While it goes on: "1,200 of about 1,812 members are done." */
export const progressSentence = ({ done, members, isDone }: Pick<ImpactBody, 'done' | 'members' | 'isDone'>): string =>
  isDone ? `All ${count(done)} members are done.` : `${count(done)} of about ${count(members)} members are done.`
