import { charge } from './charge.ts'
import type { Nano } from './dollars.ts'
import { SERVICES, type Service } from './price.ts'
import { METERS, PRICES } from './prices.ts'
import type { Usage } from './usage.ts'

/** What a usage costs, by service. */
export interface Bill {
  readonly total: Nano
  readonly parts: Readonly<Record<Service, Nano>>
}

/**
 * Adds up a usage by the prices. `isFreeCounted`: what is free every month is taken off, as on the bill of an account that
 * has nothing but this portal; else each unit has its first list price.
 */
export function billOf(usage: Usage, options: { readonly isFreeCounted: boolean }): Bill {
  const parts = Object.fromEntries(SERVICES.map((service) => [service, 0n])) as Record<Service, Nano>
  for (const meter of METERS) parts[PRICES[meter].service] += charge(PRICES[meter], usage[meter] ?? 0n, options)
  return { parts, total: SERVICES.reduce((sum, service) => sum + parts[service], 0n) }
}
