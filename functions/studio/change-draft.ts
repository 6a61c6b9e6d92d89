import { Problem } from '#http/problem.ts'
import { type Draft, type LogEntry, MOST_DRAFT_BYTES, type Press } from '#ledger/press.ts'

/** Who changes a draft, when (epoch milliseconds), and which version they have seen. */
export interface Change {
  readonly id: string
  readonly seen: number
  readonly by: string
  readonly at: number
}

/** What becomes of a draft, and what the log says about it. */
export interface Changed {
  readonly draft: Omit<Draft, 'version' | 'changedAt'>
  readonly what: LogEntry['what']
  /** One sentence. */
  readonly detail: string
}

/**
 * Changes a draft in the version that was seen. Throws 404 for one that is not there, 412 when somebody else changed it
 * meanwhile, 413 for one that is too large, and whatever `change` throws; the draft then stays as it was.
 */
export async function changeDraft(
  press: Press,
  { id, seen, by, at }: Change,
  change: (draft: Draft) => Changed | Promise<Changed>,
): Promise<Draft> {
  const before = await seenDraft(press, id, seen)
  const { draft, what, detail } = await change(before)
  const changed = checkedSize({ ...draft, version: seen + 1, changedAt: at })
  const edition = draft.base.edition || null
  if (await press.save(changed, seen, { at, by, what, draft: id, version: seen + 1, edition, detail })) return changed
  await seenDraft(press, id, seen)
  throw gone()
}

/** A draft in the version that was seen. Throws 404 and 412. */
export async function seenDraft(press: Press, id: string, seen: number): Promise<Draft> {
  const draft = await foundDraft(press, id)
  if (draft.version === seen) return draft
  throw await changedMeanwhile(press, draft, seen)
}

export async function foundDraft(press: Pick<Press, 'draft'>, id: string): Promise<Draft> {
  const draft = await press.draft(id)
  if (draft) return draft
  throw gone()
}

/** The draft itself, if an item can hold it. Throws 413. */
export function checkedSize(draft: Draft): Draft {
  if (Buffer.byteLength(JSON.stringify(draft)) <= MOST_DRAFT_BYTES) return draft
  const detail = `A draft has up to ${MOST_DRAFT_BYTES / 1000} kB, and this one would have more. Shorten its texts.`
  throw new Problem(413, 'draft_too_large', detail)
}

/** `"3"` → 3. */
export const versionIn = (headers: { readonly 'if-match': string }): number => Number(headers['if-match'].slice(1, -1))

/** Every change of a draft is a line of the log, under the version that came of it. */
async function changedMeanwhile(press: Press, { id, version }: Draft, seen: number): Promise<Problem> {
  const { items } = await press.log({ limit: 100, cursor: null })
  const others = items.filter((entry) => entry.draft === id && (entry.version ?? 0) > seen)
  const inOrder = others.toSorted((one, other) => (one.version ?? 0) - (other.version ?? 0))
  const changed = inOrder.map(({ by, detail }) => `${by}: ${detail}`)
  const detail = `Somebody changed this draft meanwhile: it is in version ${version} now, and you saw version ${seen}. Read it again, then decide.`
  return new Problem(412, 'changed_meanwhile', detail, { members: { version, changed } })
}

const gone = () => new Problem(404, 'not_found', 'There is no such draft, or not any more. Read the list of drafts.')
