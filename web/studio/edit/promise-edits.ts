import type { PlanDocument, Standard } from '#program/document.ts'
import { type Edit, inDocument } from './content.ts'
import { changed, withNew, without } from './things.ts'
import { forgetTranslations } from './translation-edits.ts'

/** What everybody gets, and what can be paid for: edits of standards and plans. */

export const changeStandard = (id: string, set: Partial<Omit<Standard, 'id'>>): Edit =>
  inDocument((document) => ({
    ...document,
    standards: changed(document.standards, id, (standard) => ({ ...standard, ...set })),
  }))

export const addStandard = (standard: Standard): Edit =>
  inDocument((document) => ({ ...document, standards: withNew(document.standards, standard) }))

export const removeStandard = (id: string): Edit =>
  inDocument((document) =>
    forgetTranslations({ ...document, standards: without(document.standards, id) }, 'standards', id),
  )

export const changePlan = (id: string, set: Partial<Omit<PlanDocument, 'id'>>): Edit =>
  inDocument((document) => ({
    ...document,
    plans: changed(document.plans ?? [], id, (plan) => ({ ...plan, ...set })),
  }))

export const addPlan = (plan: PlanDocument): Edit =>
  inDocument((document) => ({ ...document, plans: withNew(document.plans ?? [], plan) }))

export const removePlan = (id: string): Edit =>
  inDocument((document) => forgetTranslations({ ...document, plans: without(document.plans ?? [], id) }, 'plans', id))
