import type { ChangeWording } from './change-wording.ts'

const NOUNS = { spend: 'spend', orders: 'orders', units: 'items', lifetimeSpend: 'spend', balance: 'balance' } as const

export const ENGLISH_CHANGES: ChangeWording = {
  dated: (change, day) => `${change}, from ${day}.`,
  tierGone: (name, heir = 'nothing') => `${name} is withdrawn and ${heir} takes its place`,
  holdersKeep: (tier) => `Who is ${tier} then stays ${tier} until their date.`,
  allKeep: 'Whoever holds a tier then keeps it until their date.',
  newTier: (name, ways) => `A new tier, ${name}: ${ways.join('; or ') || 'for everybody'}`,
  renamed: (was, is) => `${was} is now called ${is}`,
  newWay: (tier, way) => `${tier}: a new way, “${way}”`,
  wayGone: (tier, way) => `${tier}: no longer a way, “${way}”`,
  measure(measure, period, together) {
    const isWindowed = measure !== 'lifetimeSpend' && measure !== 'balance'
    return `${NOUNS[measure]}${isWindowed ? ` ${period}` : ''}${together ? ' (with the rest of its way)' : ''}`
  },
  number: (tier, measure, was, is) => `${tier}: ${measure} from ${was} to ${is}`,
  rule: (was, is) => `“${is}” instead of “${was}”`,
  notice: (was, is) => `What is taken away is announced ${is} days before instead of ${was}`,
  newPlan: (name, price) => `A new plan, ${name}, for ${price}`,
  planPrice: (name, was, is) => `${name}: ${is} instead of ${was}`,
  planGone: (name) => `The plan ${name} is no longer offered`,
  newPerk: (name, tiers) => `A new perk, ${name}, for ${tiers}`,
  perkGone: (name) => `${name} is no longer a perk`,
  worth: (name, was, is) => `${name} is worth ${is} instead of ${was}`,
  terms: (perk, tiers, was, is) => `${perk} for ${tiers}: “${is}” instead of “${was}”`,
  newStandard: (name) => `“${name}” is promised to everybody`,
  standardGone: (name) => `“${name}” is no longer promised to everybody`,
}
