import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ProgramDocument } from '#program/document.ts'
import { contentOfBody, type DraftBody } from '../draft-body.ts'
import { differences } from '../edit/differences.ts'
import { findingsOf, foundThereAlone } from '../edit/findings-of.ts'
import type { Newer } from '../edit/newest.ts'
import { forgetDraft, keptDraft } from '../keep/kept-draft.ts'
import { beginAnother } from './begin-another.ts'
import { ChangesPart } from './changes-part.tsx'
import { ConflictPart } from './conflict-part.tsx'
import { DraftHead } from './draft-head.tsx'
import { type Editor, EditorContext } from './editor.ts'
import { FindingsPart } from './findings-part.tsx'
import { KeptPart } from './kept-part.tsx'
import { LadderPart } from './ladder-part.tsx'
import { LanguagesPart } from './languages-part.tsx'
import { NewerPart } from './newer-part.tsx'
import { PerkPart } from './perk-part.tsx'
import { PlansPart } from './plans-part.tsx'
import { RulesPart } from './rules-part.tsx'
import { SignedOut } from './signed-out.tsx'
import { StandardsPart } from './standards-part.tsx'
import { StatusBar } from './status-bar.tsx'
import { TierPagesPart } from './tier-pages-part.tsx'
import { undoKey } from './undo-key.ts'
import { type OpenDraft, useDraft } from './use-draft.ts'

interface Props {
  readonly draft: DraftBody
  /** The edition that it was begun from. */
  readonly before: ProgramDocument
  /** What was published since; null: nothing. */
  readonly newer: Newer | null
}

/** The page that customers will see, with everything on it open to be changed. */
export function DraftEditor({ draft, before: begunFrom, newer: published }: Props) {
  const [before, setBefore] = useState(begunFrom)
  const [newer, setNewer] = useState(published)
  const [kept, setKept] = useState(() => keptDraft(draft.id))
  const open = useDraft(draft, kept)
  const editor = useEditorOf(open, before)
  const { history, keeping, keeper, saved } = open
  const dropKept = () => {
    forgetDraft(draft.id)
    setKept(null)
  }
  const takeUp = () => {
    if (!kept) return
    keeper.takeUp(kept, saved)
    open.edit(() => kept.typed)
    setKept(null)
  }
  return (
    <EditorContext.Provider value={editor}>
      <StatusBar
        keeping={keeping}
        canUndo={history.past.length > 0}
        canRedo={history.future.length > 0}
        onUndo={open.undo}
        onRedo={open.redo}
      />
      {keeping.kind === 'signed-out' && <SignedOut onTryAgain={() => void keeper.save()} />}
      {kept && <KeptPart kept={kept} onTakeUp={takeUp} onThrowAway={dropKept} />}
      {keeping.kind === 'conflict' && (
        <ConflictPart
          title="Somebody else changed this draft meanwhile"
          who={keeping.theirs.author}
          base={keeping.base}
          other={contentOfBody(keeping.theirs)}
          settleWords="Save with these choices"
          otherWords="Keep mine as a draft of its own"
          onSettle={(content) => {
            keeper.settle(keeping.theirs, content)
            open.edit(() => content)
          }}
          onOther={() => void beginAnother(open)}
        />
      )}
      {newer && keeping.kind !== 'conflict' && (
        <NewerPart
          newer={newer}
          from={saved.base.edition}
          onGoOn={(content, document) => {
            open.goOn(newer, content)
            setBefore(document)
            setNewer(null)
          }}
        />
      )}
      <DraftHead saved={saved} />
      <LadderPart />
      <PerkPart />
      <TierPagesPart />
      <RulesPart />
      <StandardsPart />
      <PlansPart />
      <LanguagesPart />
      <ChangesPart savedChanges={saved.diff} />
      <FindingsPart />
    </EditorContext.Provider>
  )
}

function useEditorOf(open: OpenDraft, before: ProgramDocument): Editor {
  const { history, saved } = open
  const content = history.present
  const { earliest } = saved
  const ground = useMemo(() => ({ before, earliest }), [before, earliest])
  const theirs = useMemo(() => foundThereAlone(contentOfBody(saved), ground, saved.findings), [ground, saved])
  const findings = useMemo(() => findingsOf(content, ground, theirs), [content, ground, theirs])
  const base = { ...content, document: before }
  const changes = useMemo(() => differences(base, content), [content, before])
  useEffect(() => undoKey(open.undo, open.redo), [])
  const { edit, end, giveUp } = open
  return { ...{ content, base, findings, differences: changes, earliest }, edit, end, giveUp }
}
