import type { Reader } from '../decide/reader.ts'
import type { EditionRow } from './edition-row.ts'
import { OneEdition } from './one-edition.tsx'

interface Props {
  /** Oldest first. */
  readonly editions: readonly EditionRow[]
  readonly reader: Reader
}

/** Everything that was published, newest first, with what can be taken back. */
export function EditionsPart({ editions, reader }: Props) {
  return (
    <section class="section first aside" aria-labelledby="editions">
      <h2 id="editions" tabIndex={-1}>
        Published
      </h2>
      {editions.length === 0 ? (
        <p>Nothing was published yet.</p>
      ) : (
        <ol class="facts">
          {editions.toReversed().map((row) => (
            <OneEdition key={`${row.edition}.${row.revision}`} row={row} editions={editions} reader={reader} />
          ))}
        </ol>
      )}
    </section>
  )
}
