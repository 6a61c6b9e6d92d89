import { dayWords } from '#program/words/date-words.ts'
import { narrowEditionLine, wideEditionLine } from '../../pictures/edition-line.ts'
import type { DraftSummary } from '../draft-body.ts'
import { Markup } from '../frame/markup.tsx'
import { editionLineOf } from './edition-line-of.ts'
import type { EditionRow } from './edition-row.ts'

interface Props {
  /** Oldest first. */
  readonly editions: readonly EditionRow[]
  readonly drafts: readonly DraftSummary[]
}

/** When each edition is in force, and where drafts would follow: a sentence, the picture, and the table behind it. */
export function LinePart({ editions, drafts }: Props) {
  const line = editionLineOf(editions, drafts, new Date().toISOString().slice(0, 10))
  return (
    <section class="section first aside" aria-labelledby="line">
      <h2 id="line">Time line</h2>
      <div class="prose">
        <p>{line.sentence}</p>
        <Markup class="wide" html={wideEditionLine(line)} />
        <Markup class="narrow" html={narrowEditionLine(line)} />
        <details>
          <summary>As a table</summary>
          <LineTable editions={editions} drafts={drafts} />
        </details>
      </div>
    </section>
  )
}

const LineTable = ({ editions, drafts }: Props) => (
  <table class="figures">
    <caption>Editions, each in its latest words, and drafts</caption>
    <thead>
      <tr>
        <th scope="col">What</th>
        <th scope="col">From</th>
        <th scope="col">State</th>
      </tr>
    </thead>
    <tbody>
      {drafts.map(({ id, title, effectiveFrom }) => (
        <tr key={id}>
          <th scope="row" dir="auto">
            {title}
          </th>
          <td>{effectiveFrom === null ? 'no month' : dayWords(`${effectiveFrom}-01`)}</td>
          <td>draft</td>
        </tr>
      ))}
      {editions
        .filter(({ isLatestRevision }) => isLatestRevision)
        .toReversed()
        .map(({ edition, effectiveFrom, state }) => (
          <tr key={edition}>
            <th scope="row">Edition {edition}</th>
            <td>{dayWords(`${effectiveFrom}-01`)}</td>
            <td>{state}</td>
          </tr>
        ))}
    </tbody>
  </table>
)
