import { countWords } from '#program/words/list-words.ts'
import type { Keeping } from '../keep/keeper.ts'
import { keepingWords } from '../keep/keeping-words.ts'
import { useEditor } from './editor.ts'

interface Props {
  readonly keeping: Keeping
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** Always in sight: whether all is saved, what can be undone, and how much there is to mend. */
export function StatusBar({ keeping, canUndo, canRedo, onUndo, onRedo }: Props) {
  const { findings, differences } = useEditor()
  const isTrouble = !['saved', 'unsaved', 'saving'].includes(keeping.kind)
  return (
    <div class="studio-bar">
      <p class={isTrouble ? 'studio-saved trouble' : 'studio-saved'} role="status">
        {keepingWords(keeping)}
        {keeping.kind === 'conflict' && [
          ' ',
          <a key="conflict" href="#conflict">
            See both versions
          </a>,
        ]}
      </p>
      <p class="studio-keys">
        <button class="edit-action" type="button" aria-keyshortcuts="Control+Z" disabled={!canUndo} onClick={onUndo}>
          Undo
        </button>
        <button
          class="edit-action"
          type="button"
          aria-keyshortcuts="Control+Shift+Z"
          disabled={!canRedo}
          onClick={onRedo}
        >
          Redo
        </button>
        <a href="#findings">{findings.length === 0 ? 'Nothing to mend' : countWords(findings.length, 'finding')}</a>
        <a href="#changes">{countWords(differences.length, 'change')}</a>
      </p>
    </div>
  )
}
