import type { Books } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { ProgramCosts, ProgramDocument } from '#program/document.ts'
import { latestIn, type ProgramState } from './program-state.ts'

/** What perks will cost by the next edition. */
export interface NextCosts {
  readonly costs: ProgramCosts
  /** The version and the author of what finance has prepared; null when nothing is, and costs stay as they are. */
  readonly prepared: { readonly version: number; readonly author: string } | null
}

interface Finance {
  readonly ledger: Pick<Ledger, 'costs'>
  readonly books: Pick<Books, 'costSheet'>
}

/** What finance has prepared, else what the latest edition says; of the perks that a document has. */
export async function nextCosts(
  { ledger, books }: Finance,
  state: ProgramState,
  document: ProgramDocument,
): Promise<NextCosts> {
  const sheet = await books.costSheet()
  const latest = latestIn(state)
  const costs = sheet?.costs ?? (latest ? await ledger.costs(latest.edition) : {})
  const known = document.perks.flatMap(({ id }) => {
    const cost = Object.hasOwn(costs, id) ? costs[id] : undefined
    return cost ? [[id, cost] as const] : []
  })
  return { costs: Object.fromEntries(known), prepared: sheet && { version: sheet.version, author: sheet.author } }
}
