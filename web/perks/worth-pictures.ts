import type { WorthBars } from '../pictures/worth-bars.ts'
import type { PageWords } from '../words/english.ts'
import type { TierWorth, TierWorths } from './tier-worths.ts'

/** All tiers side by side: what each has from the one below, and what it adds. */
export function ladderWorth({ tiers, words }: TierWorths, says: WorthWords): WorthBars {
  const most = Math.max(1, ...tiers.map(({ worth }) => worth.totalMinor))
  const sums = tiers.map(({ tier, worth }) => `${tier.name} ${words(worth.totalMinor)}`)
  return {
    sentence: says.ladderPicture(sums),
    bars: tiers.map(({ tier, rank, worth, addsMinor }) => ({
      ...{ name: tier.name, rank, words: words(worth.totalMinor) },
      ...parts(worth.totalMinor, addsMinor, most),
    })),
  }
}

/** One tier, perk by perk; those that come to nothing are left to the table. */
export function tierWorth({ tiers, words }: TierWorths, rank: number, says: WorthWords): WorthBars {
  const [here, below] = [tiers[rank]?.worth.perks ?? [], tiers[rank - 1]?.worth.perks ?? []]
  const most = Math.max(1, ...here.map(({ worthMinor }) => worthMinor))
  const bars = here.flatMap(({ perk, worthMinor }, index) => {
    const adds = worthMinor - (below[index]?.worthMinor ?? 0)
    return worthMinor === 0
      ? []
      : [{ ...{ name: perk.name, rank, words: words(worthMinor) }, ...parts(worthMinor, adds, most) }]
  })
  const sums = bars.map((bar) => `${bar.name} ${bar.words}`)
  return { sentence: says.tierPicture(tiers[rank]?.tier.name ?? '', sums), bars }
}

/** What was there before and what is added, as shares. Where a tier has less than the one below, nothing is added. */
function parts(wholeMinor: number, addsMinor: number, mostMinor: number) {
  const added = Math.max(0, addsMinor)
  return { before: (wholeMinor - added) / mostMinor, added: added / mostMinor }
}

/** The sum in a sentence: "To someone with twelve orders a year of £41 on average …". */
export function worthSentence(
  worths: TierWorths,
  { tier, rank, worth, addsMinor }: TierWorth,
  says: WorthWords,
): string {
  const { words, tiers } = worths
  const below = tiers[rank - 1]
  const more = below && addsMinor > 0 ? { than: below.tier.name, by: words(addsMinor) } : null
  return says.tier(buyerWords(worths, says), tier.name, words(worth.totalMinor), more)
}

/** "someone with twelve orders a year of £41 on average". */
export const buyerWords = (
  { habits: { orders, averageMinor }, words }: Pick<TierWorths, 'habits' | 'words'>,
  says: WorthWords,
): string => says.buyer(orders, averageMinor > 0 ? words(averageMinor) : null)

type WorthWords = PageWords['worth']
