import type { Redemption, Reversal } from '#ledger/redemption.ts'
import type { PublishedEdition } from '#program/document.ts'
import { formatMoney } from '#program/money.ts'
import type { ActivityItem } from '#program/standing-body.ts'

/** Where uses of perks come from in a list of entries, beside the shops' own sources. */
export const PERKS_SOURCE = 'perks'

export interface PerkActivity {
  /** All of one member. */
  readonly uses: readonly (Redemption | Reversal)[]
  readonly published: readonly PublishedEdition[]
  /** Of the program. */
  readonly currency: string
}

/** A function that makes an item of activity (api.md, `GET /me/activity`) of each of a member's uses and reversals. */
export function perkActivity({ uses, published, currency }: PerkActivity) {
  const redemptions = new Map(uses.flatMap((use) => (use.kind === 'redemption' ? [[use.id, use] as const] : [])))
  const takenBack = new Set(uses.flatMap((use) => (use.kind === 'reversal' ? [use.redemption] : [])))
  return (use: Redemption | Reversal): Omit<ActivityItem, 'proof'> => {
    const redemption = use.kind === 'redemption' ? use.id : use.redemption
    const worthMinor = redemptions.get(redemption)?.worthMinor
    const at = new Date(use.at).toISOString()
    return {
      ...{ source: PERKS_SOURCE, id: use.id, type: use.kind, time: at, recordedAt: at },
      ...{ amount: null, units: null, purchase: null, plan: null, counted: null, reason: 'not_a_sum' },
      note: use.kind === 'redemption' ? (use.note ?? null) : null,
      perk: {
        ...{ perk: use.perk, name: nameOf(use, published), redemption, reversed: takenBack.has(redemption) },
        worth: worthMinor === undefined ? null : formatMoney(worthMinor, currency),
      },
    }
  }
}

/** As the perk was called in the edition that granted the use. */
function nameOf({ perk, edition }: Redemption | Reversal, published: readonly PublishedEdition[]): string {
  const granted = published.find((of) => of.edition === edition)
  return granted?.document.perks.find(({ id }) => id === perk)?.name ?? perk
}
