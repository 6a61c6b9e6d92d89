import { Problem } from '#http/problem.ts'
import type { RefusedRedemption } from '#ledger/redemption.ts'
import type { ProgramDocument, PublishedEdition } from '#program/document.ts'
import { formatMoney } from '#program/money.ts'
import { firstDayOf, parseMonth } from '#program/month.ts'
import type { RefusalBody } from '#program/perks/perk-body.ts'
import { dayWords } from '#program/words/date-words.ts'
import { missingWords } from '#program/words/missing-words.ts'
import { refusalSentence } from '#program/words/refusal-words.ts'
import { editionOf } from './edition-of.ts'

/** The 409 of a use that was not granted: the reason as its code, and a sentence that says what would change it. */
export function refusedRedemption(refusal: RefusedRedemption, published: readonly PublishedEdition[]): Problem {
  const { document } = editionOf(published, refusal.edition)
  const detail = sentenceOf(refusal, document, published)
  return new Problem(409, refusal.reason, detail, { members: { ...bodyOf(refusal, document) } })
}

function bodyOf(refusal: RefusedRedemption, { currency, tiers }: ProgramDocument): RefusalBody {
  const { perk, tier, edition, at, missing, used, left, resetsOn } = refusal
  const names = tiers.map(({ name }) => name)
  return {
    ...{ perk, tier, edition, at: new Date(at).toISOString() },
    missing: missing && missingWords(missing, names, currency),
    short: missing?.what === 'amount' ? formatMoney(missing.amountMinor, currency) : null,
    ...{ used, left, resetsOn },
  }
}

function sentenceOf(
  { perk, edition, missing }: RefusedRedemption,
  { currency, perks, tiers }: ProgramDocument,
  published: readonly PublishedEdition[],
): string {
  const name = perks.find(({ id }) => id === perk)?.name
  if (missing === null || name === undefined) return notInForce(perk, edition, published)
  const names = tiers.map((tier) => tier.name)
  return refusalSentence(name, missing, names, currency)
}

/** The perk belongs to another edition: one that comes, or one that was. */
function notInForce(perk: string, edition: number, published: readonly PublishedEdition[]): string {
  const now = published.findIndex((of) => of.edition === edition)
  const perkOf = (of: PublishedEdition) => of.document.perks.find(({ id }) => id === perk)
  const from = ({ effectiveFrom }: PublishedEdition) => dayWords(firstDayOf(parseMonth(effectiveFrom)))
  const coming = published.slice(now + 1).find(perkOf)
  if (coming) return `${perkOf(coming)?.name} is not in force yet: it begins on ${from(coming)}.`
  const last = published.slice(0, now).findLastIndex(perkOf)
  const [had, ended] = [published[last], published[last + 1]]
  if (!had || !ended) return 'This perk is not in force.'
  return `${perkOf(had)?.name} is no longer in force since ${from(ended)}.`
}
