import type { ProgramDocument } from '../document.ts'
import type { Edition } from '../edition.ts'
import { formatMoney } from '../money.ts'
import { leftOf } from '../row.ts'
import { type Standing, standing } from '../standing.ts'
import { type MemberSums, NOTHING } from '../sums.ts'
import { missingWords } from '../words/missing-words.ts'
import { termsWords } from '../words/terms-words.ts'
import { type Basket, decide } from './decide.ts'
import { type Perk, perksOf } from './perk.ts'
import type { QuoteBody, QuotedPerk, Reach, TierQuote } from './perk-body.ts'
import type { Uses } from './uses.ts'
import { withPurchase } from './with-purchase.ts'

/** For whom a quote is: a member with what was bought and used before, or somebody who only names a tier. */
export interface Quoted {
  readonly sums: MemberSums
  readonly uses: ReadonlyMap<string, Uses>
  /** The tier asked about, by rank; null: the one that `sums` come to. */
  readonly rank: number | null
}

/** A visitor of whom nothing is known. */
export const VISITOR: Quoted = { sums: NOTHING, uses: new Map(), rank: null }

/**
 * What a basket gets in every tier, what it misses and by how much, and what the order does for the tier of whoever asks
 * (api.md, `POST /quote`). `document` and `editions` as in force at `at` (epoch milliseconds).
 */
export function quote(
  document: ProgramDocument,
  editions: readonly Edition[],
  basket: Basket,
  { sums, uses, rank }: Quoted,
  at: number,
): QuoteBody {
  const now = standing(sums, editions, at)
  const own = rank ?? now.rank
  const after = standing(withPurchase(sums, now.month, basket.amountMinor), editions, at)
  const perks = perksOf(document)
  return {
    edition: now.edition.edition,
    currency: document.currency,
    amount: formatMoney(basket.amountMinor, document.currency),
    tier: document.tiers[own]?.id ?? '',
    tiers: document.tiers.map(({ id, name }, of) => {
      // What was used counts for the member's own tier; in another it is what would count after a change.
      const holder = (perk: Perk) => ({ rank: of, uses: uses.get(perk.id) ?? null, timeZone: document.timeZone })
      return { tier: id, name, ...quotedPerks(perks, document, (perk) => decide(perk, holder(perk), basket, at)) }
    }),
    reaches: reachOf(after, own),
  }
}

function quotedPerks(
  perks: readonly Perk[],
  { currency, tiers }: ProgramDocument,
  ask: (perk: Perk) => ReturnType<typeof decide>,
): Pick<TierQuote, 'gets' | 'misses'> {
  const gets: QuotedPerk[] = []
  const misses: TierQuote['misses'][number][] = []
  const names = tiers.map(({ name }) => name)
  for (const perk of perks) {
    const decision = ask(perk)
    const quoted: QuotedPerk = {
      perk: perk.id,
      name: perk.name,
      worth: formatMoney(perk.worthMinor, currency),
      terms: decision.terms?.source ?? null,
      words: decision.terms ? termsWords(decision.terms.source, currency) : '',
      short: null,
    }
    if (decision.entitled) {
      gets.push(quoted)
      continue
    }
    const { reason, missing } = decision
    const short = missing.what === 'amount' ? formatMoney(missing.amountMinor, currency) : null
    misses.push({ ...quoted, short, reason, missing: missingWords(missing, names, currency) })
  }
  return { gets, misses }
}

function reachOf(after: Standing, own: number): Reach {
  const reached = after.rank > own ? after.tier : null
  const next = after.progress.find(({ tier }) => after.edition.tiers.indexOf(tier) > own)
  const spends = next?.rows.flatMap(({ measures }) => (measures.length === 1 ? measures : []))
  const spend = spends?.find(({ need }) => need.measure === 'spend')
  return {
    tier: reached?.id ?? null,
    name: reached?.name ?? null,
    next:
      next && spend
        ? { tier: next.tier.id, name: next.tier.name, left: formatMoney(leftOf(spend), after.edition.currency) }
        : null,
  }
}
