import type * as z from 'zod'
import { Problem } from '#http/problem.ts'
import type { LogEntry, Publication, SeenDraft } from '#ledger/press.ts'
import { editionInForce } from '#ledger/publications.ts'
import type { PublishedEdition } from '#program/document.ts'
import type { StudioDeps } from './app.ts'
import { seenDraft } from './change-draft.ts'
import { publishedMeanwhile } from './meanwhile.ts'
import { type ProgramState, programState } from './program-state.ts'
import { PagesFault } from './public-pages.ts'
import type { publishedSchema } from './publishing-routes.ts'

/** What publishing needs of the studio. */
export type PublishingDeps = Omit<StudioDeps, 'identify' | 'pictures'>

/** What is to be published, and what the log will say. */
export interface Plan {
  readonly publication: Publication
  /** What it is about: the edition published, reworded or withdrawn. */
  readonly edition: PublishedEdition
  readonly what: LogEntry['what']
  /** One sentence. */
  readonly detail: string
  /** The version of what finance had prepared and is used up by it; null: nothing. */
  readonly costSheet: number | null
}

/** Who publishes, what they have seen, and since when they wait (milliseconds of `performance.now()`). */
export interface Publishing {
  readonly state: ProgramState
  readonly by: string
  readonly startedAt: number
}

/**
 * Publishes: the pages are tried first, then the head is moved on, then the pages change. Throws 422 when a page cannot be
 * rendered and 409 when somebody else published meanwhile; nothing has changed then.
 */
export async function publish(
  deps: PublishingDeps,
  plan: Plan,
  { state, by, startedAt }: Publishing,
): Promise<z.input<typeof publishedSchema>> {
  const { press, ledger, now } = deps
  const { publication, edition, what, detail } = plan
  await tryPages(deps, publication)
  const draft = publication.kind === 'withdrawal' ? null : publication.draft
  const entry = { at: now(), by, what, draft: draft?.id ?? null, edition: edition.edition, detail }
  if (!(await press.publish(publication, state.head, entry))) throw await overtaken(deps, state, draft, entry.at)
  deps.count?.('published')
  ledger.reread()
  if (plan.costSheet !== null) await deps.books.saveCostSheet(null, plan.costSheet)
  const site = await refreshPages(deps)
  const { published } = await programState(press)
  return {
    ...{ edition: edition.edition, revision: edition.revision ?? 1, effectiveFrom: edition.effectiveFrom },
    isInForce: editionInForce(published, now())?.edition === edition.edition,
    site,
    seconds: Math.round(performance.now() - startedAt) / 1000,
  }
}

async function tryPages({ pages }: PublishingDeps, publication: Publication): Promise<void> {
  try {
    await pages.try(publication)
  } catch (error) {
    if (!(error instanceof PagesFault)) throw error
    throw new Problem(422, 'pages_failed', `${error.message} Nothing was published.`)
  }
}

/** It is published, whether or not its pages can be shown at this moment: then the next look at the month shows them. */
async function refreshPages({ pages, report }: PublishingDeps): Promise<string | null> {
  try {
    return await pages.refresh()
  } catch (error) {
    if (!(error instanceof PagesFault)) throw error
    report(error, 'pages of a publication')
    return null
  }
}

/** Somebody wrote in the draft, or published. Throws what {@link seenDraft} throws. */
async function overtaken({ press }: PublishingDeps, seen: ProgramState, draft: SeenDraft | null, at: number) {
  const state = await programState(press)
  if (draft && state.head.version === seen.head.version) await seenDraft(press, draft.id, draft.version)
  return publishedMeanwhile(state, at, 'Look at what they changed, and submit the draft again.')
}
