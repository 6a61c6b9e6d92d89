import type { Purchase, Refund } from '#program/event.ts'
import type { Basket } from './basket.ts'
import type { Random } from './random.ts'

const DAY_MS = 86_400_000

/**
 * What of an order comes back, within three weeks: one order in twelve, mostly one article, sometimes the articles one
 * after the other, now and then at the counter without a receipt, where nobody knows which purchase it was.
 */
export function refundsOf(random: Random, purchase: Purchase, basket: Basket): readonly Refund[] {
  if (!random.chance(0.085)) return []
  const returned = random.chance(0.4) ? basket.articles : basket.articles.slice(0, 1)
  const withoutReceipt = random.chance(0.07)
  return returned.map((article, index) => ({
    type: 'refund',
    source: withoutReceipt ? 'fairweather-counter' : purchase.source,
    id: `${withoutReceipt ? 'return' : 'refund'}-${purchase.id.slice('order-'.length)}-${index + 1}`,
    subject: purchase.subject,
    time: purchase.time + random.between(2, 20) * DAY_MS,
    ...(withoutReceipt ? {} : { purchase: purchase.id }),
    amountMinor: article.priceMinor,
    units: 1,
  }))
}
