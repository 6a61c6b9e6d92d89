import type { ProgramDocument } from '../document.ts'
import { formatMoney } from '../money.ts'
import { missingWords } from '../words/missing-words.ts'
import { termsWords } from '../words/terms-words.ts'
import type { Decision } from './decide.ts'
import type { Perk } from './perk.ts'
import type { PerkBody } from './perk-body.ts'

/** A decision as it is sent: figures for programs, and the same in words for people. */
export function perkBody(perk: Perk, decision: Decision, { currency, tiers }: ProgramDocument): PerkBody {
  const { entitled, terms, used, left, resetsOn } = decision
  const tierNames = tiers.map(({ name }) => name)
  return {
    perk: perk.id,
    name: perk.name,
    kind: perk.kind,
    worth: formatMoney(perk.worthMinor, currency),
    entitled,
    reason: entitled ? null : decision.reason,
    missing: entitled ? null : missingWords(decision.missing, tierNames, currency),
    terms: terms?.source ?? null,
    words: terms && termsWords(terms.source, currency),
    used,
    left,
    resetsOn,
  }
}
