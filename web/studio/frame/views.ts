import { EditorView } from '../editor/editor-view.tsx'
import { DraftsView } from '../views/drafts-view.tsx'
import type { View } from './view.ts'

/** Every screen there is, in the order of the navigation. The first of each kind is what is shown when none is named. */
export const VIEWS: readonly View[] = [
  { name: 'drafts', title: 'Drafts', isOfDraft: false, show: DraftsView },
  { name: 'editor', title: 'Write', isOfDraft: true, show: EditorView },
]
