import type { Content } from '../edit/content.ts'

/** What was typed in a draft and is not known to be saved, kept in this browser. */
export interface KeptDraft {
  /** The version of the draft that it was typed into, and what stood there. */
  readonly version: number
  readonly saved: Content
  readonly typed: Content
  /** Epoch milliseconds. */
  readonly at: number
}

const keyOf = (draft: string) => `cleartier.draft.${draft}`

/** Without a word when the browser keeps nothing: then the page itself is the only copy, and leaving it is warned of. */
export function keepDraft(draft: string, kept: KeptDraft): void {
  try {
    localStorage.setItem(keyOf(draft), JSON.stringify(kept))
  } catch {}
}

export function keptDraft(draft: string): KeptDraft | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(draft)) ?? 'null') as KeptDraft | null
  } catch {
    return null
  }
}

export function forgetDraft(draft: string): void {
  try {
    localStorage.removeItem(keyOf(draft))
  } catch {}
}
