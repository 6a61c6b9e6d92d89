import type { Books } from '#ledger/books.ts'

/** Where finance prepares no costs of its own: those of the latest edition go on. */
export const NOTHING_PREPARED: Pick<Books, 'costSheet' | 'saveCostSheet'> = {
  costSheet: async () => null,
  saveCostSheet: async () => false,
}
