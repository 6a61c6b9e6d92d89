import type { QualificationTerms } from '#program/document.ts'
import { type Edit, inDocument } from './content.ts'
import { withKey, withoutKey } from './things.ts'

export const callDraft =
  (title: string): Edit =>
  (content) => ({ ...content, title })

/** `month` as "2027-03"; null: not said yet. */
export const takeEffect =
  (month: string | null): Edit =>
  (content) => ({ ...content, effectiveFrom: month })

/** Says why a warning may stay; an empty text takes that back. `warning` is `<code> <place>`. */
export const explain =
  (warning: string, why: string): Edit =>
  (content) => ({
    ...content,
    explanations: why === '' ? withoutKey(content.explanations, warning) : withKey(content.explanations, warning, why),
  })

export const callProgram = (name: string): Edit => inDocument((document) => ({ ...document, name }))

export const countBy = (set: Partial<QualificationTerms>): Edit =>
  inDocument((document) => ({ ...document, qualification: { ...document.qualification, ...set } }))

export const giveNotice = (noticeDays: number): Edit => inDocument((document) => ({ ...document, noticeDays }))
