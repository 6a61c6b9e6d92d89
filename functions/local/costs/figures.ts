import type { Bill } from './bill.ts'
import { dollarText, shownParts } from './dollars.ts'
import { SERVICES } from './price.ts'

/** A bill as it is shown, service by service and then the sum: what is shown adds up. */
export function billCells({ parts }: Bill): readonly string[] {
  const shown = shownParts(SERVICES.map((service) => parts[service]))
  return [...shown, shown.reduce((sum, part) => sum + part, 0n)].map(dollarText)
}

/** "1 million", "10 thousand", "250,000". */
export function countText(count: bigint): string {
  const [million, thousand] = [1_000_000n, 1000n]
  if (count >= million && count % million === 0n) return `${count / million} million`
  if (count >= 10n * thousand && count % thousand === 0n) return `${count / thousand} thousand`
  return count.toString().replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** A load or a limit, with three figures that say something. */
export function loadText(load: number): string {
  if (load >= 100) return Math.round(load).toLocaleString('en-GB')
  return String(Number(load.toPrecision(2)))
}

/** "0.3%", "12%", "280%". */
export function percentText(share: number): string {
  const percent = 100 * share
  return percent > 0 && percent < 0.1 ? 'under 0.1%' : `${loadText(percent)}%`
}
