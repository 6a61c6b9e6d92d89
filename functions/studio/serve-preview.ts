import type { Api } from '#http/create-app.ts'
import { formatInstant } from '#http/instant.ts'
import { Problem } from '#http/problem.ts'
import type { Draft } from '#ledger/press.ts'
import { kindOfChange } from '#program/changes/kind-of-change.ts'
import type { PublishedEdition } from '#program/document.ts'
import type { StudioDeps } from './app.ts'
import { foundDraft } from './change-draft.ts'
import { getPreview } from './preview-route.ts'
import { editionIn, nextNumber, type ProgramState, programState } from './program-state.ts'
import { PagesFault } from './public-pages.ts'

/** Pages as they would be with a draft, rendered as they will be when it is published. */
export function servePreview({ serve }: Api, { press, pages, now }: StudioDeps): void {
  serve(getPreview, async (context, { params, query }) => {
    const draft = await foundDraft(press, params.id)
    const state = await programState(press)
    const edition = shownOn(editionOf(draft, state, now()), state, query.on)
    const seenAs = query.as === undefined ? null : rankOf(query.as, edition)
    const page = await pages.preview({ edition, page: `/${params.page}`, seenAs }).catch(notShown)
    if (page === null) throw noSuchPage()
    return context.html(page)
  })
}

/** What publishing the draft at an instant (epoch milliseconds) would make of it. */
function editionOf({ base, document, effectiveFrom }: Draft, state: ProgramState, at: number): PublishedEdition {
  const before = editionIn(state, base.edition)
  const publishedAt = formatInstant(at)
  if (before && kindOfChange(before.document, document) !== 'rules') {
    return { ...before, revision: (before.revision ?? 1) + 1, publishedAt, document }
  }
  // A draft of rules that names no month yet is shown as if it took effect in this one.
  return { edition: nextNumber(state), effectiveFrom: effectiveFrom ?? publishedAt.slice(0, 7), publishedAt, document }
}

/** On a day before it takes effect, what is in force then. */
function shownOn(edition: PublishedEdition, { published }: ProgramState, day: string | undefined): PublishedEdition {
  if (day === undefined || `${edition.effectiveFrom}-01` <= day) return edition
  return published.findLast(({ effectiveFrom }) => `${effectiveFrom}-01` <= day) ?? published[0] ?? edition
}

function rankOf(tier: string, { document }: PublishedEdition): number {
  const rank = document.tiers.findIndex(({ id }) => id === tier)
  if (rank >= 0) return rank
  throw new Problem(
    422,
    'unknown_tier',
    'There is no such tier on that day. Look as one of its tiers, or as anyone; a member’s own figures are not shown here.',
  )
}

function notShown(error: unknown): never {
  if (!(error instanceof PagesFault)) throw error
  throw new Problem(422, 'not_rendered', `${error.message} Mend what the checks find, and look again.`)
}

const noSuchPage = () => new Problem(404, 'not_found', 'The draft has no such page. Check the address.')
