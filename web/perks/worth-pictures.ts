import { andWords, numberWord } from '#program/words/list-words.ts'
import type { WorthBars } from '../pictures/worth-bars.ts'
import type { TierWorth, TierWorths } from './tier-worths.ts'

/** All tiers side by side: what each has from the one below, and what it adds. */
export function ladderWorth({ tiers, words }: TierWorths): WorthBars {
  const most = Math.max(1, ...tiers.map(({ worth }) => worth.totalMinor))
  const sums = tiers.map(({ tier, worth }) => `${tier.name} ${words(worth.totalMinor)}`)
  return {
    sentence: `What the perks of each tier are worth a year: ${andWords(sums)}.`,
    bars: tiers.map(({ tier, rank, worth, addsMinor }) => ({
      ...{ name: tier.name, rank, words: words(worth.totalMinor) },
      ...parts(worth.totalMinor, addsMinor, most),
    })),
  }
}

/** One tier, perk by perk; those that come to nothing are left to the table. */
export function tierWorth({ tiers, words }: TierWorths, rank: number): WorthBars {
  const [here, below] = [tiers[rank]?.worth.perks ?? [], tiers[rank - 1]?.worth.perks ?? []]
  const most = Math.max(1, ...here.map(({ worthMinor }) => worthMinor))
  const bars = here.flatMap(({ perk, worthMinor }, index) => {
    const adds = worthMinor - (below[index]?.worthMinor ?? 0)
    return worthMinor === 0
      ? []
      : [{ ...{ name: perk.name, rank, words: words(worthMinor) }, ...parts(worthMinor, adds, most) }]
  })
  const sums = bars.map((bar) => `${bar.name} ${bar.words}`)
  return { sentence: `What ${tiers[rank]?.tier.name} is worth a year, by perk: ${andWords(sums)}.`, bars }
}

/** What was there before and what is added, as shares. Where a tier has less than the one below, nothing is added. */
function parts(wholeMinor: number, addsMinor: number, mostMinor: number) {
  const added = Math.max(0, addsMinor)
  return { before: (wholeMinor - added) / mostMinor, added: added / mostMinor }
}

/** The sum in a sentence: "To someone with twelve orders a year of £41 on average …". */
export function worthSentence(worths: TierWorths, { tier, rank, worth, addsMinor }: TierWorth): string {
  const { words, tiers } = worths
  const below = tiers[rank - 1]
  const more = below && addsMinor > 0 ? `, ${words(addsMinor)} more than ${below.tier.name}` : ''
  return `To ${buyerWords(worths)}, the perks of ${tier.name} are worth ${words(worth.totalMinor)} a year${more}.`
}

/** "someone with twelve orders a year of £41 on average". */
export function buyerWords({ habits, words }: Pick<TierWorths, 'habits' | 'words'>): string {
  const { orders, averageMinor } = habits
  const size = averageMinor > 0 ? ` of ${words(averageMinor)} on average` : ''
  return `someone with ${numberWord(orders)} orders a year${size}`
}
