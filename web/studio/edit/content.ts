import type { ProgramDocument } from '#program/document.ts'

/** What an author writes in a draft; the rest of it is worked out. */
export interface Content {
  readonly title: string
  /** "2027-03"; null while none is chosen. */
  readonly effectiveFrom: string | null
  readonly document: ProgramDocument
  /** A word of explanation for each warning that stays, by `<code> <place>`. */
  readonly explanations: Readonly<Record<string, string>>
}

/** One edit. It changes nothing when what it is about is not there any more. */
export type Edit = (content: Content) => Content

/** An edit of the document alone. */
export const inDocument =
  (change: (document: ProgramDocument) => ProgramDocument): Edit =>
  (content) => ({ ...content, document: change(content.document) })
