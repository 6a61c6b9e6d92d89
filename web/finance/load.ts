import type { CostsBody, EntriesBody, UseBody } from '#finance/costs-routes.ts'
import type { Manifest } from '#finance/export-routes.ts'
import type { UnitCostsBody } from '#finance/invoice-routes.ts'
import type { BudgetBody, ExposureBody, TiersBody } from '#finance/outlook-routes.ts'
import type { PeriodBody } from '#finance/period-routes.ts'
import type { RefundsBody } from '#finance/routes.ts'
import { type Answer, ask, mapped } from './ask.ts'
import { budgetScreen } from './budget-screen.ts'
import { costsScreen } from './costs-screen.ts'
import { entriesScreen } from './entries-screen.ts'
import { exportSearch, exportsScreen } from './exports-screen.ts'
import { exposureScreen } from './exposure-screen.ts'
import { type Actuals, invoicesScreen } from './invoices-screen.ts'
import { overviewScreen } from './overview-screen.ts'
import { periodsScreen } from './periods-screen.ts'
import type { ProgramNames } from './program.ts'
import { type Fields, type Query, searchOf } from './query.ts'
import { refundsScreen } from './refunds-screen.ts'
import type { Screen } from './screen.ts'
import { tiersScreen } from './tiers-screen.ts'
import { unitCostsScreen } from './unit-costs-screen.ts'
import { useScreen } from './use-screen.ts'

/** Fetches what a view is about, and makes its screen. */
export async function loadScreen({ view, fields }: Query, program: ProgramNames): Promise<Answer<Screen>> {
  const search = searchOf(fields)
  switch (view) {
    case 'overview':
      return overview(program)
    case 'costs':
      return mapped(await ask<CostsBody>(`/costs${search}`), (body) => costsScreen(body, fields, program))
    case 'entries':
      return mapped(await askEntries(fields), (body) => entriesScreen(body, fields, program))
    case 'use':
      return mapped(await ask<UseBody>(`/uses/${encodeURIComponent(fields.id ?? '')}`), (body) =>
        useScreen(body, program),
      )
    case 'budget':
      return mapped(await ask<BudgetBody>('/budget'), (body) => budgetScreen(body, program))
    case 'exposure':
      return mapped(await ask<ExposureBody>('/exposure'), (body) => exposureScreen(body, program))
    case 'tiers':
      return mapped(await ask<TiersBody>(`/tiers${search}`), (body) => tiersScreen(body, fields, program))
    case 'invoices':
      return mapped(await askActuals(fields), (body) => invoicesScreen(body, fields, program))
    case 'refunds':
      return mapped(await askRefunds(fields), refundsScreen)
    case 'unit-costs':
      return mapped(await ask<UnitCostsBody>('/unit-costs'), (body) => unitCostsScreen(body, program))
    case 'periods':
      return mapped(await ask<{ items: PeriodBody[] }>('/periods'), (body) => periodsScreen(body, program))
    case 'exports':
      return exports(fields, program)
    default:
      return view satisfies never
  }
}

async function overview(program: ProgramNames): Promise<Answer<Screen>> {
  const [costs, budget] = await Promise.all([ask<CostsBody>('/costs?by=perk,month'), ask<BudgetBody>('/budget')])
  if (costs.kind !== 'here') return costs
  if (budget.kind !== 'here') return budget
  const { from, to } = costs.body
  const [tiersNow, tiers] = await Promise.all([
    ask<TiersBody>(`/tiers${searchOf({ from: to, to })}`),
    ask<TiersBody>(`/tiers${searchOf({ from, to })}`),
  ])
  if (tiersNow.kind !== 'here') return tiersNow
  return mapped(tiers, (body) =>
    overviewScreen({ costs: costs.body, budget: budget.body, tiersNow: tiersNow.body, tiers: body }, program),
  )
}

async function exports(fields: Fields, program: ProgramNames): Promise<Answer<Screen>> {
  if (fields.format === undefined) return { kind: 'here', body: exportsScreen(null, fields, program) }
  const manifest = await ask<Manifest>(`/export/manifest${exportSearch(fields)}`)
  return mapped(manifest, (body) => exportsScreen(body, fields, program))
}

/** How many pages in a row may come empty before somebody has to ask for more. */
const EMPTY_PAGES = 20

export const askEntries = (fields: Fields, cursor: string | null = null): Promise<Answer<EntriesBody>> =>
  filledPage(`/entries`, fields, cursor)

export const askActuals = (fields: Fields, cursor: string | null = null): Promise<Answer<Actuals>> =>
  filledPage(`/actuals`, fields, cursor)

export const askRefunds = (fields: Fields, cursor: string | null = null): Promise<Answer<RefundsBody>> =>
  filledPage(`/refunds`, fields, cursor)

/** A page that has something in it, or the last one: what is filtered out leaves pages short, or empty. */
async function filledPage<T extends { readonly items: readonly unknown[]; readonly nextCursor: string | null }>(
  path: string,
  fields: Fields,
  cursor: string | null,
): Promise<Answer<T>> {
  let at = cursor
  for (let page = 1; ; page++) {
    const answer = await ask<T>(`${path}${searchOf({ ...fields, ...(at !== null && { cursor: at }) })}`)
    if (answer.kind !== 'here' || answer.body.items.length > 0 || page === EMPTY_PAGES) return answer
    at = answer.body.nextCursor
    if (at === null) return answer
  }
}
