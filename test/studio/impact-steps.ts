import type { ProgramDocument, QualificationTerms } from '#program/document.ts'
import type { LedgerEvent } from '#program/event.ts'
import { as } from '../http/roles.ts'
import { plan, purchase } from '../ledger/events.ts'
import { begun, type SentDraft, written } from './draft-steps.ts'
import type { FreshStudio } from './fresh-studio.ts'

/** Members of every kind: rich and poor, of lately and of long ago, some with the plan that gives Gold. */
export function crowd(members: number): LedgerEvent[] {
  return Array.from({ length: members }, (_, index) => {
    const subject = `m-${index}`
    const buys = [0, 1, 2].slice(0, 1 + (index % 3)).map((nth) =>
      purchase(`o-${index}-${nth}`, {
        subject,
        time: Date.UTC(2026, 5 - ((index * 5 + nth * 3) % 14), 10),
        amountMinor: ((index * 7_919) % 90_000) + 1_000,
      }),
    )
    const plus = plan(`p-${index}`, Date.UTC(2026, 8 + (index % 9), 10), { subject })
    return index % 7 === 0 ? [...buys, plus] : buys
  }).flat()
}

/** What is asked for in a draft: whatever the test cares about. */
export interface Asked {
  readonly silver?: string
  readonly gold?: string
  readonly qualification?: Partial<QualificationTerms>
}

/** The document with other rules. */
export function asking(document: ProgramDocument, { silver, gold, qualification }: Asked): ProgramDocument {
  const spend: Readonly<Record<string, string | undefined>> = { silver, gold }
  const tiers = document.tiers.map((tier) => {
    const asked = spend[tier.id]
    if (asked === undefined) return tier
    return { ...tier, qualify: tier.qualify?.map((row) => (row.spend && !row.orders ? { spend: asked } : row)) ?? [] }
  })
  return { ...document, tiers, qualification: { ...document.qualification, ...qualification } }
}

/** A draft of rules for September 2026. */
export async function draftAsking(studio: FreshStudio, asked: Asked): Promise<SentDraft> {
  const draft = await begun(studio)
  return written(studio, draft, asking(draft.document, asked))
}

/** One call that works out what a draft would do. */
export const workOut = ({ ask }: FreshStudio, { id }: Pick<SentDraft, 'id'>, role = 'studio') =>
  ask(role, `POST /drafts/${id}/impact`)

/** Calls until it is done; answers every body on the way. */
export async function workOutAll(studio: FreshStudio, draft: Pick<SentDraft, 'id'>) {
  const bodies = []
  for (;;) {
    const { status, body } = await workOut(studio, draft)
    if (status !== 200) throw new Error(JSON.stringify(body))
    bodies.push(body)
    if (body.isDone) return bodies
  }
}

/** The file of moved members, line by line without the first, which names the columns. */
export async function movedLines({ app }: FreshStudio, { id }: Pick<SentDraft, 'id'>, reason?: string) {
  const query = reason === undefined ? '' : `?reason=${reason}`
  const path = `/api/v1/studio/drafts/${id}/impact/members${query}`
  const response = await app.request(path, { headers: as('studio') })
  const [header, ...lines] = (await response.text()).trimEnd().split('\r\n')
  return { status: response.status, headers: response.headers, header, lines }
}
