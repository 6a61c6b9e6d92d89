import type { RedemptionRequest } from '#ledger/redemption.ts'
import { compareEvents, type LedgerEvent, type Purchase } from '#program/event.ts'
import type { Calendar } from './calendar.ts'
import { type Random, randomOf } from './random.ts'

/** A use of a perk as it was asked for; whether it is granted the rules decide at that instant. */
export interface DemoUse {
  /** Epoch milliseconds. */
  readonly at: number
  readonly request: RedemptionRequest
  /** When it was taken back (epoch milliseconds); null where it was not. */
  readonly reversedAt: number | null
}

/** How many months of uses are told, this one included. */
const MONTHS = 15
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const YEAR_MS = 365 * DAY_MS
/** What a member has spent in a year when the shop shows the perks of a tier, in minor units: about where it begins. */
const SHOWN_FROM = { member: 0, silver: 25_000, gold: 100_000 } as const

/** What is asked for with an order, and how often by those to whom it is shown. */
interface Custom {
  readonly perk: string
  readonly shownTo: keyof typeof SHOWN_FROM
  readonly sender: 'shop' | 'till'
  readonly chance: number
  readonly over?: number
  readonly categories?: readonly string[]
  /** Days after the order, at most; 0: with it. */
  readonly daysLater: number
}

const CUSTOMS: readonly Custom[] = [
  { perk: 'free-delivery', shownTo: 'member', sender: 'shop', chance: 0.06, over: 5_000, daysLater: 0 },
  { perk: 'gift-wrapping', shownTo: 'silver', sender: 'shop', chance: 0.035, daysLater: 0 },
  { perk: 'birthday-voucher', shownTo: 'silver', sender: 'shop', chance: 0.014, over: 6_000, daysLater: 0 },
  { perk: 'lounge', shownTo: 'silver', sender: 'till', chance: 0.02, daysLater: 12 },
  {
    ...{ perk: 'alterations', shownTo: 'gold', sender: 'till', chance: 0.07, daysLater: 6 },
    categories: ['suits', 'shirts', 'dresses'],
  },
  {
    ...{ perk: 'personal-shopper', shownTo: 'gold', sender: 'till', chance: 0.028, daysLater: 9 },
    categories: ['suits', 'shirts'],
  },
  { perk: 'early-access', shownTo: 'gold', sender: 'shop', chance: 0.014, daysLater: 0 },
]

/** What one member asked for, as their orders suggest it, oldest first; the same events suggest the same. */
export function usesOf(events: readonly LedgerEvent[], calendar: Calendar): readonly DemoUse[] {
  const purchases = events.filter((event) => event.type === 'purchase').sort(compareEvents)
  const begin = calendar.in(MONTHS - 1, 1, 0)
  return purchases
    .filter(({ time }) => time >= begin)
    .flatMap((purchase) => usesWith(purchase, spentBefore(purchases, purchase), calendar))
    .sort((one, other) => one.at - other.at)
}

/** Minor units in the year up to an order, itself included. */
function spentBefore(purchases: readonly Purchase[], { time }: Purchase): number {
  const inYear = purchases.filter((other) => other.time <= time && other.time > time - YEAR_MS)
  return inYear.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
}

function usesWith(purchase: Purchase, spentMinor: number, { now }: Calendar): readonly DemoUse[] {
  const random = randomOf(seedOf(purchase.id))
  const { amountMinor, categories = [] } = purchase
  return CUSTOMS.flatMap(({ perk, shownTo, sender, chance, over = 0, categories: covered, daysLater }) => {
    // Every custom takes the same number of draws, so that none of them changes what comes after it.
    const [isAsked, later, reversal] = [random.chance(chance), random.next(), reversalAfter(random)]
    const isCovered = !covered || categories.some((category) => covered.includes(category))
    if (!isAsked || !isCovered || amountMinor < over || spentMinor < SHOWN_FROM[shownTo]) return []
    const at = purchase.time + 60_000 + Math.floor(later * daysLater * DAY_MS)
    const basket = { amountMinor, categories, order: purchase.id }
    const request = { key: `${purchase.id}/${perk}`, sender, member: purchase.subject, perk, basket }
    const reversedAt = reversal === null || at + reversal > now ? null : at + reversal
    return at > now ? [] : [{ at, request, reversedAt }]
  })
}

/** One use in twenty-five is taken back, within two days. */
function reversalAfter(random: Random): number | null {
  const [isTakenBack, hours] = [random.chance(0.04), random.between(1, 48)]
  return isTakenBack ? hours * HOUR_MS : null
}

/** FNV-1a with 32 bits. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
