import type { PerksBody } from '#program/perks/perk-body.ts'
import { instantWords } from '#program/words/date-words.ts'
import { dayOf } from '#program/zone.ts'
import { escapeText } from '../pictures/svg.ts'
import { tierMark } from '../pictures/tier-mark.ts'
import { fetchMine } from '../standing/fetch-mine.ts'
import type { LadderData } from '../standing/ladder-data.ts'
import { draw, place, showState, write } from '../standing/place.ts'
import { troubleOf } from '../standing/trouble.ts'
import { markColumn } from './mark-column.ts'
import { allowanceRows, lockedItems, perksSentence } from './my-perks.ts'

/** What the page knows before anything is fetched. */
export type PerksPageData = Pick<LadderData, 'timeZone'> & { readonly tiers: number }

/** Makes the page of a member's own perks: fetches them and shows them in the page's places. */
async function start(): Promise<void> {
  place('retry').onclick = () => location.reload()
  const data = JSON.parse(place('program').textContent ?? '') as PerksPageData
  const answer = await fetchMine<PerksBody>('perks')
  if (answer.kind === 'here') return showPerks(answer.body, data)
  if (answer.kind === 'signed-out') return showState('signed-out')
  write('trouble', troubleOf(answer))
  showState('failed')
}

function showPerks(body: PerksBody, { timeZone, tiers }: PerksPageData): void {
  const { tier, asOf, edition } = body
  draw('tier', `${tierMark(tier.rank, tiers)} ${escapeText(tier.name)}`)
  write('sentence', perksSentence(body))
  write('as-of', `As of ${instantWords(asOf, timeZone)}, by edition ${edition} of the rules.`)
  const locked = lockedItems(body)
  draw('allowances', allowanceRows(body, dayOf(Date.parse(asOf), timeZone)))
  draw('locked', locked)
  place('locked-part').hidden = locked === ''
  const table = document.querySelector<HTMLTableElement>('table.perks')
  if (table) markColumn(table, tier.rank)
  showState('ready')
}

await start()
