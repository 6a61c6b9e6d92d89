import type { ProgramDocument } from '#program/document.ts'
import { contentOfBody, type DraftBody } from '../draft-body.ts'
import { type Difference, differences } from '../edit/differences.ts'
import { kindOfPath } from '../edit/kind-of-path.ts'
import { placeWords } from '../edit/place-words.ts'
import { valueWords } from '../edit/value-words.ts'

interface Props {
  readonly draft: DraftBody
  /** The edition that it was begun from. */
  readonly before: ProgramDocument
}

/** Every place that is not as it was, words as well. */
export function PlacesPart({ draft, before }: Props) {
  const content = contentOfBody(draft)
  const changes = differences({ ...content, document: before }, content)
  return (
    <section class="section first aside" aria-labelledby="places">
      <h2 id="places">Place by place</h2>
      {changes.length === 0 ? (
        <p>Everything is as in edition {draft.base.edition}.</p>
      ) : (
        <ul class="lines">
          {changes.map((change) => (
            <Place key={change.path.join('\n')} change={change} before={before} after={draft.document} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface PlaceProps {
  readonly change: Difference
  readonly before: ProgramDocument
  readonly after: ProgramDocument
}

const Place = ({ change: { path, was, is }, before, after }: PlaceProps) => (
  <li>
    <strong dir="auto">{placeWords(path, after, before)}</strong>{' '}
    <span class="soft">({kindOfPath(path) === 'rules' ? 'a rule' : 'words'})</span>:{' '}
    <del dir="auto">{valueWords(path, was, before)}</del> → <ins dir="auto">{valueWords(path, is, after)}</ins>
  </li>
)
