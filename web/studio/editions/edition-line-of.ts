import { type Month, monthOfYear, parseMonth, yearOf } from '#program/month.ts'
import { dayWords, monthName } from '#program/words/date-words.ts'
import type { EditionLine, EditionLineRow } from '../../pictures/edition-line.ts'
import type { DraftSummary } from '../draft-body.ts'
import type { EditionRow } from './edition-row.ts'

/** More would not fit on a phone; the list has them all. */
const MOST_ROWS = 8
/** How much of the future is shown, beyond what is announced and drafted. */
const AHEAD_MONTHS = 3

/** The editions and drafts on one line of time. `today` as "2026-11-20"; `editions` oldest first, as the API answers them. */
export function editionLineOf(
  editions: readonly EditionRow[],
  drafts: readonly DraftSummary[],
  today: string,
): EditionLine {
  const latest = editions.filter(({ isLatestRevision }) => isLatestRevision).slice(-MOST_ROWS)
  const dated = drafts.flatMap((draft) =>
    draft.effectiveFrom === null ? [] : [{ ...draft, from: draft.effectiveFrom }],
  )
  const now = placeOf(today)
  const froms = latest.map(({ effectiveFrom }) => parseMonth(effectiveFrom))
  const starts = [...froms, ...dated.map(({ from }) => parseMonth(from))]
  const begin = Math.min(Math.floor(now), ...starts)
  const end = Math.max(Math.ceil(now), ...starts) + AHEAD_MONTHS
  const share = (place: number) => Math.min(1, Math.max(0, (place - begin) / (end - begin)))
  const standing = latest.filter(({ state }) => state !== 'withdrawn')
  const rows = latest.map((edition): EditionLineRow => {
    const from = parseMonth(edition.effectiveFrom)
    const next = standing.find((other) => parseMonth(other.effectiveFrom) > from)
    const rewordings = editions
      .filter((other) => other.edition === edition.edition && other.revision > 1)
      .map(({ publishedAt }) => share(placeOf(publishedAt.slice(0, 10))))
    return {
      ...{ name: `Edition ${edition.edition}`, words: edition.state, kind: kindOf(edition) },
      ...{ from: share(from), until: share(next ? parseMonth(next.effectiveFrom) : end), rewordings },
    }
  })
  const planned = dated.map(({ title, from }): EditionLineRow => {
    return { name: title, words: 'draft', kind: 'draft', from: share(parseMonth(from)), until: 1, rewordings: [] }
  })
  return {
    sentence: sentenceOf(editions, dated.length),
    rows: [...planned, ...rows.reverse()],
    today: share(now),
    ticks: ticksOf(begin, end).map(({ month, name }) => ({ at: share(month), name })),
  }
}

/** A day on the line of months: the 16th of a month is about half a month after its first. */
const placeOf = (day: string) => parseMonth(day.slice(0, 7)) + (Number(day.slice(8, 10)) - 1) / 31

const kindOf = ({ state }: EditionRow): EditionLineRow['kind'] => (state === 'in force' ? 'in-force' : state)

/** "Edition 2 is in force since 1 January 2026. Edition 3 follows on 1 March 2027. 1 draft is being written." */
function sentenceOf(editions: readonly EditionRow[], drafts: number): string {
  const latest = editions.filter(({ isLatestRevision }) => isLatestRevision)
  const said = latest.flatMap(({ edition, effectiveFrom, state }) => {
    const day = dayWords(`${effectiveFrom}-01`)
    if (state === 'in force') return [`Edition ${edition} is in force since ${day}.`]
    return state === 'announced' ? [`Edition ${edition} follows on ${day}.`] : []
  })
  const planned = drafts === 0 ? [] : [drafts === 1 ? 'One draft has a month.' : `${drafts} drafts have a month.`]
  return [...(said.length === 0 ? ['No edition is in force yet.'] : said), ...planned].join(' ')
}

/** Each January by its year; in a short span also the quarters between, by their months. */
function ticksOf(begin: Month, end: Month): readonly { readonly month: Month; readonly name: string }[] {
  const years = (end - begin) / 12
  const everyMonths = years <= 2 ? 3 : 12 * Math.ceil(years / 8)
  return Array.from({ length: end - begin }, (_, index) => begin + index).flatMap((month) => {
    if (month % everyMonths !== 0) return []
    const isJanuary = monthOfYear(month) === 1
    return [{ month, name: isJanuary ? String(yearOf(month)) : monthName(monthOfYear(month)).slice(0, 3) }]
  })
}
