import type * as z from 'zod'
import type { ProgramDocument } from '#program/document.ts'
import type { draftSchema, draftSummary } from '#studio/draft-routes.ts'
import type { Content } from './edit/content.ts'

/** A draft as the API answers it. */
export type DraftBody = Omit<z.output<typeof draftSchema>, 'document'> & { readonly document: ProgramDocument }

export type DraftSummary = z.output<typeof draftSummary>

/** What its authors wrote in it. */
export const contentOfBody = ({ title, effectiveFrom, document, explanations }: DraftBody): Content => ({
  ...{ title, effectiveFrom, document, explanations },
})
