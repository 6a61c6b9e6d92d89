import { dayWords } from '#program/words/date-words.ts'
import { beforeRestoring, beforeWithdrawing } from '../decide/publishing-words.ts'
import type { Reader } from '../decide/reader.ts'
import { dayAndTimeWords } from '../keep/keeping-words.ts'
import type { EditionRow } from './edition-row.ts'
import { TakeBack } from './take-back.tsx'

interface Props {
  readonly row: EditionRow
  readonly editions: readonly EditionRow[]
  readonly reader: Reader
}

/** One revision of an edition: since when it holds, what it changed, and how it can be taken back. */
export function OneEdition({ row, editions, reader }: Props) {
  const { edition, revision, state, changes } = row
  return (
    <li>
      <h3>
        Edition {edition}
        {revision > 1 && `, revision ${revision}`}
      </h3>
      <p>{stateSentence(row)}</p>
      <p class="soft small">Published on {dayAndTimeWords(Date.parse(row.publishedAt))}.</p>
      {changes.length > 0 && (
        <details>
          <summary>What it changed</summary>
          <ul class="lines">
            {changes.map((change) => (
              <li key={change} dir="auto">
                {change}
              </li>
            ))}
          </ul>
        </details>
      )}
      {reader.mayWrite && canBeWithdrawn(row, editions) && (
        <TakeBack
          words={`Withdraw edition ${edition}`}
          meaning={beforeWithdrawing(row, editions)}
          path={`/studio/editions/${edition}/withdraw`}
        />
      )}
      {reader.mayWrite && !row.isLatestRevision && state !== 'withdrawn' && (
        <TakeBack
          words={`Bring the words of revision ${revision} back`}
          meaning={beforeRestoring(row)}
          path={`/studio/editions/${edition}/revisions/${revision}/restore`}
        />
      )}
    </li>
  )
}

/** An announced edition that no other one follows. */
const canBeWithdrawn = ({ edition, state, isLatestRevision }: EditionRow, editions: readonly EditionRow[]) =>
  state === 'announced' &&
  isLatestRevision &&
  !editions.some((other) => other.edition > edition && other.state === 'announced')

function stateSentence({ state, effectiveFrom, isLatestRevision }: EditionRow): string {
  const day = dayWords(`${effectiveFrom}-01`)
  switch (state) {
    case 'in force':
      return `In force since ${day}.`
    case 'announced':
      return `Announced: it takes effect on ${day}.`
    case 'withdrawn':
      return `Withdrawn: it was to take effect on ${day}.`
    case 'superseded':
      return isLatestRevision ? `It was in force from ${day}.` : 'It was worded otherwise later.'
    default:
      return state satisfies never
  }
}
