import type { ProgramDocument } from '../document.ts'
import type { Standing } from '../standing.ts'
import { type Basket, decide } from './decide.ts'
import { perksOf } from './perk.ts'
import type { PerksBody } from './perk-body.ts'
import { perkBody } from './perk-json.ts'
import type { Uses } from './uses.ts'

/**
 * Every perk of the edition in force, decided for a member at the instant of their standing (api.md, `GET /me/perks`).
 * `document` is that of the standing's edition; `uses` holds what was used of each perk by then.
 */
export function perksBody(
  member: string,
  { asOf, edition, tier, rank }: Standing,
  document: ProgramDocument,
  uses: ReadonlyMap<string, Uses>,
  basket: Basket | null,
): PerksBody {
  const { currency, timeZone } = document
  return {
    member,
    asOf: new Date(asOf).toISOString(),
    edition: edition.edition,
    currency,
    tier: { id: tier.id, name: tier.name, rank },
    perks: perksOf(document).map((perk) => {
      const holder = { rank, uses: uses.get(perk.id) ?? null, timeZone }
      return perkBody(perk, decide(perk, holder, basket, asOf), document)
    }),
  }
}
