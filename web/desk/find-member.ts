import { CardCodeError, parseCardCode } from '#program/card-code.ts'
import { type Answer, ask } from './ask.ts'

/** Whoever stands at the counter. */
export interface Found {
  readonly member: string
  /** Null when nobody has told it, or when the member's number was typed in place of the code. */
  readonly name: string | null
}

const CODE_LIKE = /^[\dA-Za-z]{4}[\s-]?[\dA-Za-z]{4}[\s-]?[\dA-Za-z]{4}$/

/** Finds the member by what was typed or scanned: the code of a card, or the shop's own number of the member. */
export async function findMember(typed: string): Promise<Answer<Found>> {
  const byNumber = { kind: 'here', body: { member: typed, name: null } } as const
  if (!isCode(typed)) return byNumber
  const card = await ask<Found>(`/cards/${encodeURIComponent(typed)}`)
  // A number of the shop's may look like a code by chance.
  return card.kind === 'refused' && card.status === 404 ? byNumber : card
}

export const isCode = (typed: string): boolean => CODE_LIKE.test(typed) && faultOf(typed) === null

/** What is wrong with the code that was typed; null when it is a code, or looks like none at all. */
export const codeFault = (typed: string): string | null => (CODE_LIKE.test(typed) ? faultOf(typed) : null)

function faultOf(typed: string): string | null {
  try {
    parseCardCode(typed)
    return null
  } catch (error) {
    if (error instanceof CardCodeError) return error.message
    throw error
  }
}
