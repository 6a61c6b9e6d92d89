import type * as z from 'zod'
import type { editionRow } from '#studio/publishing-routes.ts'

/** A revision of an edition as the API lists it. */
export type EditionRow = z.output<typeof editionRow>

export interface EditionsBody {
  /** Oldest first. */
  readonly items: readonly EditionRow[]
}
