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
  const was = valueWords(path, difference.was, base.document)
  const shown = was.length > LONGEST_SHOWN ? `${was.slice(0, LONGEST_SHOWN).toWellFormed()}…` : was
  const putItBack = (event: MouseEvent) => {
    focusBefore(event.currentTarget as HTMLElement)
    edit(putBack(base, difference))
  }
  return (
    <span class="edit-was">
      {difference.was === undefined && path.at(-2) !== 'terms' ? 'New' : <>Was: {shown}</>}{' '}
      <button class="edit-action" type="button" onClick={putItBack}>
        Put back<span class="unseen"> {placeWords(path, content.document, base.document)}</span>
      </button>
    </span>
  )
}
