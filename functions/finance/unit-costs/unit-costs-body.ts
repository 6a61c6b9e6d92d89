import { formatInstant } from '#http/instant.ts'
import type { CostSheet } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { costChanges } from '#program/changes/cost-changes.ts'
import type { ProgramCosts, PublishedEdition } from '#program/document.ts'
import { editionIn } from '#program/edition.ts'
import { formatMonth } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'
import type { CheckedProgram } from '../checked-program.ts'
import type { UnitCostsBody } from '../invoice-routes.ts'
import { earliestMonth } from './earliest-month.ts'

export interface UnitCosts {
  readonly ledger: Pick<Ledger, 'costs'>
  readonly program: CheckedProgram
  /** What is prepared; null when nothing is. */
  readonly sheet: CostSheet | null
  /** The subject of whoever asks. */
  readonly reader: string
  /** Epoch milliseconds. */
  readonly now: number
}

/** What each edition says a use costs, and what is prepared for the next, as it is sent. */
export async function unitCostsBody({ ledger, program, sheet, reader, now }: UnitCosts): Promise<UnitCostsBody> {
  const { published, rules, currency, timeZone } = program
  const costs = await Promise.all(published.map(({ edition }) => ledger.costs(edition)))
  const inForce = editionIn(rules, monthOf(now, timeZone)).edition
  const latest = latestOf(published)
  const earliest = formatMonth(earliestMonth(program, timeZone, now))
  return {
    currency,
    perks: latest.document.perks.map(({ id, name }) => ({ id, name })),
    earliest,
    editions: published.map(({ edition, effectiveFrom, publishedAt }, index) => ({
      ...{ edition, effectiveFrom, publishedAt, isInForce: edition === inForce },
      costs: sent(costs[index] ?? {}),
    })),
    next: sheet && {
      ...{ version: sheet.version, effectiveFrom: sheet.effectiveFrom, costs: sent(sheet.costs), earliest },
      changedAt: formatInstant(sheet.changedAt),
      isMine: sheet.author === reader,
      changes: [...costChanges(costs.at(-1) ?? {}, sheet.costs, latest.document)],
    },
  }
}

/** The edition that takes effect last; the next one's document is its. */
export function latestOf(published: readonly PublishedEdition[]): PublishedEdition {
  const latest = published.at(-1)
  if (!latest) throw new Error('A program without editions has no latest one.')
  return latest
}

/** Read-only here, plain data for whoever gets it. */
const sent = (costs: ProgramCosts) => ({ ...costs }) as UnitCostsBody['editions'][number]['costs']
