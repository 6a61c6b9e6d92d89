import type { ProgramDocument, RowDocument, TierDocument } from '../document.ts'
import { periodWords } from '../words/period-words.ts'
import { type MeasureName, measuresOf, needWords, type RowContext, rowWords } from '../words/row-words.ts'

/** Tiers that came and went, and what the others ask for: clauses without a date or a full stop. */
export function tierChanges(before: ProgramDocument, after: ProgramDocument): string[] {
  const gone = before.tiers.filter((tier) => !tierWithId(after, tier.id)).map((tier) => withdrawn(tier, after))
  return [...gone, ...after.tiers.flatMap((tier) => changesOfTier(tier, before, after))]
}

const tierWithId = ({ tiers }: ProgramDocument, id: string) => tiers.find((tier) => tier.id === id)

function withdrawn({ id, name }: TierDocument, after: ProgramDocument): string {
  const heir = after.tiers.find((tier) => tier.replaces?.includes(id)) ?? after.tiers[0]
  return `${name} is withdrawn and ${heir?.name ?? 'nothing'} takes its place`
}

function changesOfTier(tier: TierDocument, before: ProgramDocument, after: ProgramDocument): string[] {
  const old = tierWithId(before, tier.id)
  const words = (row: RowDocument) => rowWords(row, contextOf(after))
  if (!old) return [`A new tier, ${tier.name}: ${(tier.qualify ?? []).map(words).join('; or ') || 'for everybody'}`]
  const renamed = old.name === tier.name ? [] : [`${old.name} is now called ${tier.name}`]
  return [...renamed, ...wayChanges(tier, old, before, after)]
}

/** Ways of the same measures are the same way with other numbers; the others have come or gone. */
function wayChanges(tier: TierDocument, old: TierDocument, before: ProgramDocument, after: ProgramDocument): string[] {
  const oldWays = new Map((old.qualify ?? []).map((row) => [kindOf(row), row]))
  const ways = new Map((tier.qualify ?? []).map((row) => [kindOf(row), row]))
  const say = (what: string, row: RowDocument, document: ProgramDocument) =>
    `${tier.name}: ${what}, “${rowWords(row, contextOf(document))}”`
  return [
    ...[...ways].flatMap(([kind, row]) => {
      const oldRow = oldWays.get(kind)
      if (!oldRow) return [say('a new way', row, after)]
      return numberChanges(oldRow, row, before, after).map((change) => `${tier.name}: ${change}`)
    }),
    ...[...oldWays].filter(([kind]) => !ways.has(kind)).map(([, row]) => say('no longer a way', row, before)),
  ]
}

/** A plan is a way of its own, whatever else is asked with it. */
const kindOf = (row: RowDocument) => JSON.stringify([[...measuresOf(row)].sort(), row.plan])

function numberChanges(old: RowDocument, row: RowDocument, before: ProgramDocument, after: ProgramDocument): string[] {
  const context = contextOf(after)
  return measuresOf(row).flatMap((measure) => {
    if (measure === 'plan') return []
    const [was, is] = [needWords(old, measure, contextOf(before)), needWords(row, measure, context)]
    return was === is ? [] : [`${nameOf(row, measure, context)} from ${was} to ${is}`]
  })
}

function nameOf(row: RowDocument, measure: Exclude<MeasureName, 'plan'>, { qualification }: RowContext): string {
  const others = measuresOf(row).length > 1 ? ' (with the rest of its way)' : ''
  switch (measure) {
    case 'lifetimeSpend':
    case 'balance':
      return NOUNS[measure] + others
    default:
      return `${NOUNS[measure]} ${periodWords(qualification)}${others}`
  }
}

const NOUNS = { spend: 'spend', orders: 'orders', units: 'items', lifetimeSpend: 'spend', balance: 'balance' } as const

const contextOf = ({ qualification, currency, plans = [] }: ProgramDocument): RowContext => ({
  qualification,
  currency,
  plans,
})
