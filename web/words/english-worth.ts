import { andWords, capital, countWords, numberWord } from '#program/words/list-words.ts'

/** What a tier is worth a year, and from what that was reckoned. */
export const ENGLISH_WORTH = {
  buyer: (orders: number, average: string | null) =>
    `someone with ${numberWord(orders)} orders a year${average ? ` of ${average} on average` : ''}`,
  ladder: (buyer: string, tier: string, worth: string) =>
    `To ${buyer}, the perks of ${tier} are worth ${worth} a year. The same orders in every tier, so that the tiers can be compared.`,
  tier: (buyer: string, tier: string, worth: string, more: { readonly than: string; readonly by: string } | null) =>
    `To ${buyer}, the perks of ${tier} are worth ${worth} a year${more ? `, ${more.by} more than ${more.than}` : ''}.`,
  ladderPicture: (sums: readonly string[]) => `What the perks of each tier are worth a year: ${andWords(sums)}.`,
  tierPicture: (tier: string, sums: readonly string[]) => `What ${tier} is worth a year, by perk: ${andWords(sums)}.`,
  ladderLegend: 'Outlined: what the tier below has. Filled: what each tier adds.',
  tierLegend: 'Outlined: what the tier below has. Filled: what this one adds.',
  asTable: 'As a table, and how it is reckoned',
  ladderCaption: 'What the perks of each tier are worth a year',
  tierCaption: (tier: string) => `What ${tier} is worth a year, perk by perk`,
  columns: {
    tier: 'Tier',
    worth: 'Worth a year',
    added: 'Added to the tier below',
    perk: 'Perk',
    uses: 'Uses',
    each: 'Worth each',
  },
  inAll: 'In all',
  otherwise: 'You buy otherwise?',
  reckon: 'Reckon it for yourself',

  about: { orders: 'Orders', amounts: 'Amounts', categories: 'Categories', use: 'Use', worth: 'Worth' },
  orders: (orders: number) => `${capital(numberWord(orders))} a year, evenly spread from January to December.`,
  noAmounts: 'What they come to does not matter: no perk asks for an amount.',
  amounts: (average: string, basis: string, least: string, most: string) =>
    `${average} on average: ${basis}. Their amounts rise evenly from ${least} to ${most}, a small and a large one in turn.`,
  byBoth: (tier: string, spend: string, orders: number) =>
    `${tier} asks for ${spend} or ${countWords(orders, 'order')}, which is about that much for each`,
  byValue: (tier: string) => `about a month’s share of what ${tier} asks for`,
  byOver: 'the largest order that a perk asks for',
  categories: (percent: number) =>
    `${percent} % of the orders, some of each size, have something in the categories that a perk is limited to.`,
  use: 'Every perk is used once with each order that has it, as often as its limit allows.',
  worth: 'Each use counts with what you would pay for it without the perk.',
}
