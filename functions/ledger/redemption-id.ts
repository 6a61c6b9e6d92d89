import { createHash } from 'node:crypto'

/**
 * The id of a redemption follows from who asked and by which key, so that the same request meets its own entry for ever;
 * the id of its reversal follows from it. 128 bits of SHA-256, in hexadecimal.
 */
export function redemptionId(sender: string, key: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([sender, key]))
    .digest('hex')
  return `r-${digest.slice(0, 32)}`
}

export const reversalId = (redemption: string): string => `v-${redemption.slice(2)}`

/** The redemption that a reversal of this id would take back; undefined for what is no reversal's id. */
export function reversedBy(id: string): string | undefined {
  return /^v-[0-9a-f]{32}$/.test(id) ? `r-${id.slice(2)}` : undefined
}

export const isRedemptionId = (id: string): boolean => /^r-[0-9a-f]{32}$/.test(id)

const SHARDS = 8

/** In which part of a total a redemption is counted; its reversal is counted in the same. */
export const shardOf = (redemption: string): number => Number.parseInt(redemption.slice(-1), 16) % SHARDS
