import type { Item } from './keys.ts'
import { Busy } from './ledger.ts'
import { ERASING } from './member-item.ts'

/** What every write to a member's item has to find as it was: nobody is erasing them. */
export const notErasing = [ERASING, undefined] as const

/** Throws {@link Busy} while the member is being erased: what is told of them then has to wait until that is done. */
export function assertNotErasing(member: Item | null | undefined): void {
  if (member?.[ERASING]) throw new Busy('The member is being erased. Send the same request again in a moment.')
}
