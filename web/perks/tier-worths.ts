import type { PublishedEdition, TierDocument } from '#program/document.ts'
import { formatMoney } from '#program/money.ts'
import { parseMonth } from '#program/month.ts'
import { type UsualHabits, usualHabits, type YearOrder, yearOfOrders } from '#program/perks/habits.ts'
import { perksOf } from '#program/perks/perk.ts'
import { type YearlyWorth, yearlyWorth } from '#program/perks/worth.ts'
import { LOCALE, moneyWords } from '#program/words/money-words.ts'

/** What every tier is worth a year to someone with the usual habits, and the orders it was reckoned from. */
export interface TierWorths {
  readonly habits: UsualHabits
  readonly orders: readonly YearOrder[]
  /** Lowest first. */
  readonly tiers: readonly TierWorth[]
  /** An amount in minor units as it is read: "£57.40". */
  readonly words: (minor: number) => string
}

export interface TierWorth {
  readonly tier: TierDocument
  readonly rank: number
  readonly worth: YearlyWorth
  /** More than in the tier below, minor units; in the first tier all of it. */
  readonly addsMinor: number
}

export function tierWorths({ document, effectiveFrom }: PublishedEdition, locale: string = LOCALE): TierWorths {
  const { tiers, currency, timeZone } = document
  const habits = usualHabits(document)
  const orders = yearOfOrders(habits, parseMonth(effectiveFrom), timeZone)
  const perks = perksOf(document)
  const below = (rank: number) => yearlyWorth(perks, rank - 1, orders, timeZone).totalMinor
  return {
    habits,
    orders,
    tiers: tiers.map((tier, rank) => {
      const worth = yearlyWorth(perks, rank, orders, timeZone)
      return { tier, rank, worth, addsMinor: worth.totalMinor - below(rank) }
    }),
    words: (minor) => moneyWords(formatMoney(minor, currency), currency, locale),
  }
}
