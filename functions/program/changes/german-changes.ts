import type { ChangeWording } from './change-wording.ts'

const NOUNS = {
  spend: 'Einkäufe',
  orders: 'Bestellungen',
  units: 'Artikel',
  lifetimeSpend: 'Einkäufe',
  balance: 'Guthaben',
} as const

export const GERMAN_CHANGES: ChangeWording = {
  dated: (change, day) => `${change}, ab ${day}.`,
  tierGone: (name, heir = 'nichts') => `${name} entfällt, an ihre Stelle tritt ${heir}`,
  holdersKeep: (tier) => `Wer dann ${tier} ist, bleibt es bis zum eigenen Datum.`,
  allKeep: 'Wer dann eine Stufe hat, behält sie bis zum eigenen Datum.',
  newTier: (name, ways) => `Eine neue Stufe, ${name}: ${ways.join('; oder ') || 'für alle'}`,
  renamed: (was, is) => `${was} heißt jetzt ${is}`,
  newWay: (tier, way) => `${tier}: ein neuer Weg, „${way}“`,
  wayGone: (tier, way) => `${tier}: kein Weg mehr, „${way}“`,
  measure(measure, period, together) {
    const isWindowed = measure !== 'lifetimeSpend' && measure !== 'balance'
    return `${NOUNS[measure]}${isWindowed ? ` ${period}` : ''}${together ? ' (mit dem Übrigen dieses Wegs)' : ''}`
  },
  number: (tier, measure, was, is) => `${tier}: ${measure} ${is} statt ${was}`,
  rule: (was, is) => `„${is}“ statt „${was}“`,
  notice: (was, is) => `Was wegfällt, wird ${is} statt ${was} Tage vorher angekündigt`,
  newPlan: (name, price) => `Ein neuer Plan, ${name}, für ${price}`,
  planPrice: (name, was, is) => `${name}: ${is} statt ${was}`,
  planGone: (name) => `Den Plan ${name} gibt es nicht mehr`,
  newPerk: (name, tiers) => `Ein neuer Vorteil, ${name}, für ${tiers}`,
  perkGone: (name) => `${name} ist kein Vorteil mehr`,
  worth: (name, was, is) => `${name}: ${is} wert statt ${was}`,
  terms: (perk, tiers, was, is) => `${perk} für ${tiers}: „${is}“ statt „${was}“`,
  newStandard: (name) => `„${name}“ ist allen versprochen`,
  standardGone: (name) => `„${name}“ ist nicht mehr allen versprochen`,
}
