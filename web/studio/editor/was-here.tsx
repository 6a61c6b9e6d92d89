import { placeWords } from '../edit/place-words.ts'
import { putBack } from '../edit/put-back.ts'
import type { Path } from '../edit/tree.ts'
import { valueWords } from '../edit/value-words.ts'
import { focusBefore } from '../frame/focus.ts'
import { useDifference, useEditor } from './editor.ts'

interface Props {
  readonly path: Path
}

const LONGEST_SHOWN = 160

/** What stood here in the edition, and the way back to it; nothing where nothing changed. */
export function WasHere({ path }: Props) {
  const { content, base, edit } = useEditor()
  const difference = useDifference(path)
  if (!difference) return null
  const isNew = difference.was === undefined && path.at(-2) !== 'terms'
  return (
    <Was
      words={isNew ? null : valueWords(path, difference.was, base.document)}
      place={placeWords(path, content.document, base.document)}
      onPutBack={() => edit(putBack(base, difference))}
    />
  )
}

interface WasProps {
  /** What stood here; null: nothing. */
  readonly words: string | null
  readonly place: string
  readonly onPutBack: () => void
}

/** The line under something that has changed. */
export function Was({ words, place, onPutBack }: WasProps) {
  const shown = words && words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN).toWellFormed()}…` : words
  const act = (event: MouseEvent) => {
    focusBefore(event.currentTarget as HTMLElement)
    onPutBack()
  }
  return (
    <span class="edit-was">
      {shown === null ? 'New' : `Was: ${shown}`}{' '}
      <button class="edit-action" type="button" onClick={act}>
        Put back<span class="unseen"> {place}</span>
      </button>
    </span>
  )
}
