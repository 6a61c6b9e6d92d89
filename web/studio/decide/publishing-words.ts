import type * as z from 'zod'
import { dayWords } from '#program/words/date-words.ts'
import type { publishedSchema } from '#studio/publishing-routes.ts'
import type { DraftBody } from '../draft-body.ts'
import type { EditionRow } from '../editions/edition-row.ts'

/** What publishing answered. */
export type Published = z.output<typeof publishedSchema>

const firstOf = (month: string) => dayWords(`${month}-01`)

/** What will happen when it is published. `editions` are all there are. */
export function beforePublishing(
  { changes, base, effectiveFrom }: Pick<DraftBody, 'changes' | 'base' | 'effectiveFrom'>,
  editions: readonly EditionRow[],
): string {
  if (changes === 'words' || effectiveFrom === null) {
    const isAhead = editions.some(({ edition, state }) => edition === base.edition && state === 'announced')
    if (isAhead)
      return `They are the words of edition ${base.edition}, which is announced, and are shown from its first day on.`
    return 'The words are live at once, for everyone.'
  }
  const next = 1 + Math.max(0, ...editions.map(({ edition }) => edition))
  const now = editions.find(({ state }) => state === 'in force')
  const until = now ? ` Until then edition ${now.edition} stays in force.` : ''
  return `Edition ${next} takes effect on ${firstOf(effectiveFrom)}; it is announced at once.${until}`
}

/** What happened. */
export function afterPublishing({ edition, revision, effectiveFrom, isInForce, site, seconds }: Published): string {
  const took =
    site === null
      ? ' The pages follow within the hour.'
      : ` It took ${seconds.toFixed(1)} seconds until the pages were live.`
  if (revision > 1)
    return `Edition ${edition} has other words ${isInForce ? 'now' : `from ${firstOf(effectiveFrom)}`}: revision ${revision}.${took}`
  if (isInForce) return `Edition ${edition} is in force.${took}`
  return `Edition ${edition} is announced. It takes effect on ${firstOf(effectiveFrom)}.${took}`
}

/** What withdrawing an announced edition means. */
export function beforeWithdrawing(
  { edition, effectiveFrom }: Pick<EditionRow, 'edition' | 'effectiveFrom'>,
  editions: readonly EditionRow[],
): string {
  const now = editions.find(({ state }) => state === 'in force')
  const stays = now ? ` Edition ${now.edition} stays in force.` : ''
  return `Edition ${edition} will not take effect on ${firstOf(effectiveFrom)}.${stays} Customers see at once that it was withdrawn, and it cannot be brought back; another draft can say the same again.`
}

/** What going back to an earlier wording means. */
export const beforeRestoring = ({ edition, revision }: Pick<EditionRow, 'edition' | 'revision'>): string =>
  `Edition ${edition} is worded as in its revision ${revision} again, at once and for everyone, as a revision of its own. Rules stay as they are.`
