import { lostWays } from '../checks/taken/ways.ts'
import type { ProgramDocument, RowDocument, TierDocument } from '../document.ts'
import { measuresOf, needWords, type RowContext, rowWords } from '../words/row-words.ts'
import type { Telling } from '../words/telling.ts'
import type { Clause } from './clause.ts'

/** Both documents, and the language in which their difference is told. */
interface Compared {
  readonly before: ProgramDocument
  readonly after: ProgramDocument
  readonly wording: Telling
}

/** Tiers that came and went, and what the others ask for: clauses without a date or a full stop. */
export function tierChanges(before: ProgramDocument, after: ProgramDocument, wording: Telling): Clause[] {
  const gone = before.tiers.filter((tier) => !tierWithId(after, tier.id))
  return [...gone, ...after.tiers].flatMap(({ id }) => changesOfTier(id, { before, after, wording }))
}

/** What becomes of one tier, by its id. */
export function changesOfTier(id: string, compared: Compared): Clause[] {
  const { before, after, wording } = compared
  const [old, tier] = [tierWithId(before, id), tierWithId(after, id)]
  if (!tier) return old ? [{ change: wording.changes.tierGone(old.name, heirOf(id, after)) }] : []
  const words = (row: RowDocument) => rowWords(row, contextOf(after), wording)
  if (!old) return [{ change: wording.changes.newTier(tier.name, (tier.qualify ?? []).map(words)) }]
  const renamed = old.name === tier.name ? [] : [wording.changes.renamed(old.name, tier.name)]
  const changes = [...renamed, ...wayChanges(tier, old, compared)]
  const holders = doHoldersKeep(id, compared) ? { holders: wording.changes.holdersKeep(tier.name) } : {}
  return changes.map((change, index) => ({ change, ...(index === changes.length - 1 && holders) }))
}

/**
 * Whether it is harder to get and yet kept by those who have it. What was earned lasts as long as the rules say under which it
 * was earned; what a plan gives does not, for its row is read from the edition in force (standing.md, "Keeping a tier").
 */
function doHoldersKeep(id: string, { before, after }: Compared): boolean {
  const lost = lostWays(id, before, after)
  return lost.length > 0 && lost.every(({ plan }) => plan === undefined) && !isOvertaken(id, before, after)
}

/** Whether a tier that stood below it stands above it now: holders who have earned both hold that one then. */
function isOvertaken(id: string, before: ProgramDocument, after: ProgramDocument): boolean {
  const rankIn = ({ tiers }: ProgramDocument, tier: string) => tiers.findIndex((one) => one.id === tier)
  const below = before.tiers.slice(0, rankIn(before, id))
  return below.some((tier) => rankIn(after, tier.id) > rankIn(after, id))
}

const tierWithId = ({ tiers }: ProgramDocument, id: string) => tiers.find((tier) => tier.id === id)

const heirOf = (id: string, { tiers }: ProgramDocument): string | undefined =>
  (tiers.find((tier) => tier.replaces?.includes(id)) ?? tiers[0])?.name

/** Ways of the same measures are the same way with other numbers; the others have come or gone. */
function wayChanges(tier: TierDocument, old: TierDocument, compared: Compared): string[] {
  const { before, after, wording } = compared
  const { changes } = wording
  const oldWays = new Map((old.qualify ?? []).map((row) => [kindOf(row), row]))
  const ways = new Map((tier.qualify ?? []).map((row) => [kindOf(row), row]))
  const words = (row: RowDocument, document: ProgramDocument) => rowWords(row, contextOf(document), wording)
  return [
    ...[...ways].flatMap(([kind, row]) => {
      const oldRow = oldWays.get(kind)
      if (!oldRow) return [changes.newWay(tier.name, words(row, after))]
      return numberChanges(tier.name, oldRow, row, compared)
    }),
    ...[...oldWays]
      .filter(([kind]) => !ways.has(kind))
      .map(([, row]) => changes.wayGone(tier.name, words(row, before))),
  ]
}

/** A plan is a way of its own, whatever else is asked with it. */
const kindOf = (row: RowDocument) => JSON.stringify([[...measuresOf(row)].sort(), row.plan])

function numberChanges(tier: string, old: RowDocument, row: RowDocument, compared: Compared): string[] {
  const { before, after, wording } = compared
  const measures = measuresOf(row)
  return measures.flatMap((measure) => {
    if (measure === 'plan') return []
    const was = needWords(old, measure, contextOf(before), wording)
    const is = needWords(row, measure, contextOf(after), wording)
    if (was === is) return []
    const name = wording.changes.measure(measure, wording.period(after.qualification), measures.length > 1)
    return [wording.changes.number(tier, name, was, is)]
  })
}

const contextOf = ({ qualification, currency, plans = [] }: ProgramDocument): RowContext => ({
  qualification,
  currency,
  plans,
})
