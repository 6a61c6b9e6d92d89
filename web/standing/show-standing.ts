import type { StandingBody, TrajectoryBody } from '#program/standing-body.ts'
import { dayWords, instantWords, monthWords } from '#program/words/date-words.ts'
import { narrowSteps, wideSteps } from '../pictures/steps.ts'
import { escapeText } from '../pictures/svg.ts'
import { tierMark } from '../pictures/tier-mark.ts'
import { narrowWay, wideWay } from '../pictures/way.ts'
import { dropWords, whyWords } from './ground-words.ts'
import type { LadderData } from './ladder-data.ts'
import { mySteps } from './my-steps.ts'
import { myWay } from './my-way.ts'
import { headline, thenName } from './next-sentence.ts'
import { draw, place, showState, write } from './place.ts'
import { stepsTable, wayTable } from './tables.ts'

/** Fills the page with a standing and what is ahead of it. */
export function showStanding(standing: StandingBody, trajectory: TrajectoryBody, ladder: LadderData): void {
  showHeadline(standing, trajectory, ladder)
  showGrounds(standing, ladder)
  const way = myWay(standing, ladder)
  draw('way', both(wideWay(way), narrowWay(way)))
  draw('way-table', wayTable(standing, ladder))
  const steps = mySteps(standing, trajectory, ladder)
  draw('steps-sentence', together(steps.sentence))
  draw('steps', both(wideSteps(steps), narrowSteps(steps)))
  draw('steps-table', stepsTable(trajectory))
  for (const shelf of document.querySelectorAll<HTMLElement>('[data-tier]'))
    shelf.hidden = shelf.dataset.tier !== standing.tier.id
  showState('ready')
}

/** A sentence in which no line breaks between the day and the month of a date. */
const together = (sentence: string): string =>
  escapeText(sentence).replace(/\b\d{1,2} \p{Lu}\p{Ll}+/gu, '<span class="together">$&</span>')

/** One picture, drawn for a desk and for a phone. */
export const both = (wide: string, narrow: string): string =>
  `<div class="wide">${wide}</div><div class="narrow">${narrow}</div>`

function showHeadline(standing: StandingBody, trajectory: TrajectoryBody, ladder: LadderData): void {
  const { sentence, holding, otherWays, keepingWays } = headline(standing, trajectory, ladder)
  const { name, rank, since } = standing.tier
  draw('tier', `${tierMark(rank, ladder.tiers.length)} ${escapeText(name)} since ${monthWords(since)}`)
  draw('sentence', together(sentence))
  draw('holding', together(holding))
  list('other-ways', 'others', otherWays)
  list('keeping-ways', 'keeping', keepingWays)
  write('as-of', `As of ${instantWords(standing.asOf, ladder.timeZone)}, by edition ${standing.edition} of the rules.`)
}

/** A list, and around it what is hidden when the list is empty. */
function list(name: string, around: string, sentences: readonly string[]): void {
  draw(name, sentences.map((sentence) => `<li>${together(sentence)}</li>`).join(''))
  place(around).hidden = sentences.length === 0
}

function showGrounds(standing: StandingBody, ladder: LadderData): void {
  const { tier, dropsOff, currency } = standing
  write('until', tier.until ? `${dayWords(tier.until)}, then ${thenName(standing, ladder)}` : 'No end date')
  draw(
    'why',
    whyWords(standing, ladder)
      .map((sentence) => `<p>${escapeText(sentence)}</p>`)
      .join(''),
  )
  place('drops').hidden = dropsOff === null
  if (dropsOff) write('drops-off', dropWords(dropsOff, currency))
}
