import { EditorView } from '../editor/editor-view.tsx'
import { ApprovalView } from '../views/approval-view.tsx'
import { ChangesView } from '../views/changes-view.tsx'
import { DraftsView } from '../views/drafts-view.tsx'
import { ImpactView } from '../views/impact-view.tsx'
import { LogView } from '../views/log-view.tsx'
import { PreviewView } from '../views/preview-view.tsx'
import type { View } from './view.ts'

/** Every screen there is, in the order of the navigation. The first of each kind is what is shown when none is named. */
export const VIEWS: readonly View[] = [
  { name: 'drafts', title: 'Overview', isOfDraft: false, show: DraftsView },
  { name: 'log', title: 'Log', isOfDraft: false, show: LogView },
  { name: 'editor', title: 'Write', isOfDraft: true, show: EditorView },
  { name: 'changes', title: 'What it changes', isOfDraft: true, show: ChangesView },
  { name: 'impact', title: 'What it would do', isOfDraft: true, show: ImpactView },
  { name: 'preview', title: 'Preview', isOfDraft: true, show: PreviewView },
  { name: 'approval', title: 'Approve and publish', isOfDraft: true, show: ApprovalView },
]
