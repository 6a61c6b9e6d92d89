import type { Content, Edit } from './content.ts'
import { isSame } from './is-same.ts'

/** What is written, with everything that can be undone and done again. */
export interface History {
  /** Oldest first. */
  readonly past: readonly Content[]
  readonly present: Content
  /** Next first. */
  readonly future: readonly Content[]
  /** The piece of work that the last edit belonged to: all its edits are undone together. Null: one edit by itself. */
  readonly work: string | null
}

const MOST_STEPS = 500

export const begin = (content: Content): History => ({ past: [], present: content, future: [], work: null })

/** Makes an edit. Those of one piece of `work`, as the letters typed into one field, are one step. */
export function edited(history: History, edit: Edit, work: string | null = null): History {
  const present = edit(history.present)
  if (isSame(present, history.present)) return history
  if (work !== null && work === history.work) return { ...history, present, future: [] }
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present, future: [], work }
}

export function undone(history: History): History {
  const before = history.past.at(-1)
  if (!before) return history
  const future = [history.present, ...history.future]
  return { past: history.past.slice(0, -1), present: before, future, work: null }
}

export function redone(history: History): History {
  const [next, ...future] = history.future
  if (!next) return history
  return { past: [...history.past, history.present], present: next, future, work: null }
}

/** Ends a piece of work, and takes its edits back as if they had not been. */
export function givenUp(history: History, work: string): History {
  if (history.work !== work) return history
  return { ...undone(history), future: [] }
}

/** Ends a piece of work; what comes is a step of its own. */
export const ended = (history: History): History => ({ ...history, work: null })
