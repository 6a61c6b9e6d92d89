import { useState } from 'preact/hooks'
import type { ProgramDocument } from '#program/document.ts'
import type { Content } from '../edit/content.ts'
import type { Newer } from '../edit/newest.ts'
import { ConflictPart } from './conflict-part.tsx'
import { useEditor } from './editor.ts'

interface Props {
  readonly newer: Newer
  /** The number of the edition that the draft was begun from. */
  readonly from: number
  readonly onGoOn: (content: Content, before: ProgramDocument) => void
}

/** Something was published since the draft was begun: what it changed, and going on from there. */
export function NewerPart({ newer, from, onGoOn }: Props) {
  const { content, base } = useEditor()
  const [isLater, setLater] = useState(false)
  const { edition, document } = newer
  if (isLater) return null
  const title =
    edition === from
      ? `Edition ${edition} was reworded since this draft was begun`
      : `Edition ${edition} was published since this draft was begun`
  return (
    <ConflictPart
      title={title}
      who={`Edition ${edition}`}
      base={base}
      other={{ ...content, document }}
      settleWords={`Go on from edition ${edition}`}
      otherWords="Not now"
      onSettle={(settled) => onGoOn(settled, document)}
      onOther={() => setLater(true)}
    />
  )
}
