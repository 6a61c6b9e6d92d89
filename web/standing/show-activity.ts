import { formatMonth, parseMonth } from '#program/month.ts'
import type { ActivityItem } from '#program/standing-body.ts'
import { monthWords } from '#program/words/date-words.ts'
import { narrowYear, wideYear } from '../pictures/year.ts'
import { activityRows } from './activity-rows.ts'
import { fetchMine } from './fetch-mine.ts'
import type { LadderData } from './ladder-data.ts'
import { stripeOf, yearOf } from './my-year.ts'
import { draw, place, write } from './place.ts'
import { both } from './show-standing.ts'
import { yearTable } from './tables.ts'

interface Page {
  readonly items: readonly ActivityItem[]
  readonly nextCursor: string | null
}

const PAGE = 100
/** Rows shown at first, and more at each asking. */
const ROWS = 25
/** So many pages are fetched for the year's picture; whoever buys more than that has it say so. */
const MOST_PAGES = 5

/** The statement and the year stripe. Fetches until the year is complete; the rest comes when it is asked for. */
export async function showActivity(today: string, ladder: LadderData): Promise<void> {
  const from = formatMonth(parseMonth(today.slice(0, 7)) - 11)
  const items: ActivityItem[] = []
  let cursor: string | null = null
  let shown = ROWS

  const fetchPage = async (): Promise<boolean> => {
    const query: string = `limit=${PAGE}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
    const answer = await fetchMine<Page>(`activity?${query}`)
    if (answer.kind !== 'here') {
      write('activity-state', 'The list could not be fetched just now. Nothing is lost; reload the page to try again.')
      return false
    }
    items.push(...answer.body.items)
    cursor = answer.body.nextCursor
    return true
  }
  const isComplete = () => cursor === null || (items.at(-1)?.time ?? '') < from
  const more = place('more')
  const show = () => {
    draw('activity', activityRows(items.slice(0, shown), ladder))
    more.hidden = cursor === null && items.length <= shown
    if (items.length === 0)
      write('activity-state', 'Nothing yet. What you buy stands here as soon as the shop has told us.')
  }

  for (let pages = 0; pages < MOST_PAGES && (pages === 0 || !isComplete()); pages++) {
    if (!(await fetchPage())) return
  }
  show()
  showYear(items, today, ladder, isComplete())
  more.onclick = async () => {
    shown += ROWS
    if (items.length < shown && cursor !== null && !(await fetchPage())) return
    show()
  }
}

function showYear(items: readonly ActivityItem[], today: string, ladder: LadderData, isComplete: boolean): void {
  const months = yearOf(items, today.slice(0, 7))
  const stripe = stripeOf(months)
  const oldest = items.at(-1)?.time.slice(0, 7)
  const limit =
    isComplete || !oldest
      ? ''
      : ` There is so much that only what happened since ${monthWords(oldest)} is added up here.`
  write('year-sentence', stripe.sentence + limit)
  draw('year', both(wideYear(stripe), narrowYear(stripe)))
  place('behind').hidden = false
  draw('year-table', yearTable(months, ladder.currency))
}
