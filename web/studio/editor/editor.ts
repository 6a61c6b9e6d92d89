import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Finding } from '#program/checks/finding.ts'
import type { Content, Edit } from '../edit/content.ts'
import type { Difference } from '../edit/differences.ts'
import type { Path } from '../edit/tree.ts'

/** What every part of the editor works with. */
export interface Editor {
  readonly content: Content
  /** What the edition says that the draft was begun from. */
  readonly base: Content
  readonly findings: readonly Finding[]
  readonly differences: readonly Difference[]
  /** The first month for which it could be published: "2027-01". */
  readonly earliest: string
  /** Edits of one piece of `work` are undone together. */
  edit(edit: Edit, work?: string): void
  /** The piece of work is done: what comes is a step of its own. */
  end(): void
  /** Takes the edits of a piece of work back. */
  giveUp(work: string): void
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('This is shown outside the editor.')
  return editor
}

/** The change of exactly this part, if it has changed. */
export function useDifference(path: Path): Difference | undefined {
  const key = path.join('\n')
  return useEditor().differences.find((difference) => difference.path.join('\n') === key)
}
