import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ask } from '../ask.ts'
import { contentOfBody, type DraftBody } from '../draft-body.ts'
import type { Content, Edit } from '../edit/content.ts'
import { begin, edited, ended, givenUp, type History, redone, undone } from '../edit/history.ts'
import type { Revision } from '../edit/newest.ts'
import { Keeper, type Keeping } from '../keep/keeper.ts'
import { forgetDraft, type KeptDraft, keepDraft } from '../keep/kept-draft.ts'
import { laterAgain } from '../keep/later-again.ts'

/** A draft that is being written: what is typed, what can be undone, and whether it is saved. */
export interface OpenDraft {
  readonly history: History
  readonly keeping: Keeping
  /** As it was when it was last saved. */
  readonly saved: DraftBody
  readonly keeper: Keeper
  edit(edit: Edit, work?: string): void
  end(): void
  giveUp(work: string): void
  undo(): void
  redo(): void
  /** Goes on from what was published since, with what was made of both. */
  goOn(base: Revision, content: Content): void
}

/** `kept` is what this browser had kept: it is let be until it is taken up or thrown away. */
export function useDraft(draft: DraftBody, kept: KeptDraft | null): OpenDraft {
  const [history, setHistory] = useState(() => begin(contentOfBody(draft)))
  const [keeping, setKeeping] = useState<Keeping>({ kind: 'saved', at: null })
  const [saved, setSaved] = useState(draft)
  const base = useRef<Revision | null>(null)
  const keeper = useMemo(() => keeperOf(draft, base, setKeeping, setSaved), [])
  useEffect(() => {
    if (history.past.length > 0 || history.future.length > 0 || kept === null) keeper.write(history.present)
  }, [history.present])
  useEffect(() => watchLeaving(keeper), [])
  return {
    ...{ history, keeping, saved, keeper },
    edit: (edit, work) => setHistory((now) => edited(now, edit, work ?? null)),
    end: () => setHistory(ended),
    giveUp: (work) => setHistory((now) => givenUp(now, work)),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    goOn: ({ edition, revision }, content) => {
      base.current = { edition, revision }
      setHistory((now) => edited(now, () => content))
      keeper.owe()
    },
  }
}

function keeperOf(
  draft: DraftBody,
  base: { readonly current: Revision | null },
  onChange: (keeping: Keeping) => void,
  onSaved: (body: DraftBody) => void,
): Keeper {
  const path = `/studio/drafts/${encodeURIComponent(draft.id)}`
  return new Keeper({
    draft,
    put: (content, version) =>
      ask<DraftBody>(path, {
        method: 'PUT',
        body: { ...content, ...(base.current && { base: base.current }) },
        version,
      }),
    get: () => ask<DraftBody>(path),
    later: laterAgain(),
    now: Date.now,
    keep: (copy) => (copy ? keepDraft(draft.id, copy) : forgetDraft(draft.id)),
    onChange,
    onSaved,
  })
}

/** Warns before the page is left with something unsaved; tries again when somebody comes back, signed in or on line. */
function watchLeaving(keeper: Keeper): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (!keeper.isSafe()) event.preventDefault()
  }
  const tryAgain = () => void keeper.save()
  addEventListener('beforeunload', warn)
  addEventListener('online', tryAgain)
  addEventListener('focus', tryAgain)
  return () => {
    removeEventListener('beforeunload', warn)
    removeEventListener('online', tryAgain)
    removeEventListener('focus', tryAgain)
  }
}
