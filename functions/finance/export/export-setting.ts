import type { Ledger } from '#ledger/ledger.ts'
import { checkedProgram } from '../checked-program.ts'
import type { ExportSetting } from './export-order.ts'

/** Pseudonyms that are kept: members come again and again, and a keyed hash each time would take most of an export. */
const MOST_REMEMBERED = 100_000

/** What all exports of a program have in common. Throws a 409 problem where there is no program. */
export async function exportSetting(
  ledger: Pick<Ledger, 'program' | 'costs'>,
  pseudonym: (member: string) => string,
): Promise<ExportSetting> {
  const { published, currency, timeZone } = await checkedProgram(ledger)
  const numbers = published.map(({ edition }) => edition)
  const costs = await Promise.all(numbers.map(async (edition) => [edition, await ledger.costs(edition)] as const))
  const program = published.at(-1)?.document.id ?? ''
  return { program, currency, timeZone, costs: new Map(costs), pseudonym: remembered(pseudonym) }
}

function remembered(pseudonym: (member: string) => string): (member: string) => string {
  const known = new Map<string, string>()
  return (member) => {
    const found = known.get(member)
    if (found !== undefined) return found
    if (known.size === MOST_REMEMBERED) known.clear()
    const made = pseudonym(member)
    known.set(member, made)
    return made
  }
}
