import { changesOf } from '#program/changes.ts'
import type { Difference } from '../edit/differences.ts'
import { kindOfPath } from '../edit/kind-of-path.ts'
import { placeWords } from '../edit/place-words.ts'
import { putBack } from '../edit/put-back.ts'
import { valueWords } from '../edit/value-words.ts'
import { focusBefore } from '../frame/focus.ts'
import { useEditor } from './editor.ts'

interface Props {
  /** What the draft changed when it was last saved, for while what is typed cannot be worded. */
  readonly savedChanges: readonly string[]
}

/** What the draft changes: in the sentences that customers will read, and place by place. */
export function ChangesPart({ savedChanges }: Props) {
  const { content, base, differences, findings, earliest } = useEditor()
  const isWhole = findings.every(({ kind }) => kind !== 'error')
  const sentences = isWhole
    ? changesOf(base.document, content.document, content.effectiveFrom ?? earliest)
    : savedChanges
  return (
    <section class="section first aside" aria-labelledby="changes">
      <h2 id="changes" tabIndex={-1}>
        What it changes
      </h2>
      <div class="prose">
        <h3>As customers will read it</h3>
        {sentences.length === 0 ? (
          <p>No rule changes.</p>
        ) : (
          <ul class="lines">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {differences.length > 0 && (
          <>
            <h3>Place by place</h3>
            <ul class="lines">
              {differences.map((difference) => (
                <OneChange key={difference.path.join('/')} difference={difference} />
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}

function OneChange({ difference }: { readonly difference: Difference }) {
  const { content, base, edit } = useEditor()
  const { path, was, is } = difference
  const place = placeWords(path, content.document, base.document)
  const words = (value: unknown, document: typeof content.document) =>
    value === undefined && path.length === 3 ? 'not there' : shortened(valueWords(path, value, document))
  const putItBack = (event: MouseEvent) => {
    focusBefore(event.currentTarget as HTMLElement)
    edit(putBack(base, difference))
  }
  return (
    <li>
      <strong>{place}</strong> ({kindOfPath(path)}): <del>{words(was, base.document)}</del> →{' '}
      <ins>{words(is, content.document)}</ins>{' '}
      <button class="edit-action" type="button" onClick={putItBack}>
        Put back<span class="unseen"> {place}</span>
      </button>
    </li>
  )
}

const LONGEST_SHOWN = 120

const shortened = (text: string) =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).toWellFormed()}…` : text
