import type { ProgramDocument } from '#program/document.ts'
import type { FreshStudio } from './fresh-studio.ts'

/** A draft as the API answers it, as far as tests go on with it. */
export interface SentDraft {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly effectiveFrom: string | null
  readonly document: ProgramDocument
  readonly explanations: Readonly<Record<string, string>>
  readonly earliest: string
}

/** Begins a draft from the latest edition. */
export async function begun({ ask }: FreshStudio, title = 'Spring'): Promise<SentDraft> {
  const { status, body } = await ask('studio', 'POST /drafts', { title })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}

/** Keeps a draft with another document, from September 2026 unless it says otherwise. */
export async function written(
  { ask }: FreshStudio,
  draft: SentDraft,
  document: ProgramDocument,
  effectiveFrom: string | null = '2026-09',
): Promise<SentDraft> {
  const { title, explanations } = draft
  const content = { title, explanations, effectiveFrom, document }
  const { status, body } = await ask('studio', `PUT /drafts/${draft.id}`, content, draft.version)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

/** Gold asks for less: nothing is taken from anybody. */
export const easierGold = (document: ProgramDocument, spend = '900.00'): ProgramDocument => ({
  ...document,
  tiers: document.tiers.map((tier) =>
    tier.id === 'gold'
      ? { ...tier, qualify: tier.qualify?.map((row) => (row.spend && !row.orders ? { spend } : row)) ?? [] }
      : tier,
  ),
})

/** Gold in other words. */
export const reworded = (document: ProgramDocument, headline = 'The good seats'): ProgramDocument => ({
  ...document,
  tiers: document.tiers.map((tier) => (tier.id === 'gold' ? { ...tier, headline } : tier)),
})

/** A step on a draft, by somebody, with what the API answers. */
export const step = ({ ask }: FreshStudio, role: string, draft: Pick<SentDraft, 'id'>, what: string, seen: number) =>
  ask(
    role,
    `POST /drafts/${draft.id}/${what}`,
    what === 'approve' || what === 'return' ? { remark: 'Well done' } : undefined,
    seen,
  )

/** Begins a draft with an easier Gold, submits it and has it approved. */
export async function approvedDraft(studio: FreshStudio, title?: string): Promise<SentDraft> {
  const draft = await begun(studio, title)
  const kept = await written(studio, draft, easierGold(draft.document))
  await step(studio, 'studio', kept, 'submit', kept.version)
  const { status, body } = await step(studio, 'approver', kept, 'approve', kept.version + 1)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}
