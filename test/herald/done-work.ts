import { doMessages } from '#herald/do-messages.ts'
import type { Reminder } from '#herald/remind.ts'
import type { TierChange } from '#herald/tier-change.ts'
import type { TurnOptions } from '#herald/turn.ts'
import type { Work } from '#herald/work.ts'
import type { MembersPage } from '#ledger/members-page.ts'
import { RULES } from './small-program.ts'

export const NO_PAGE: MembersPage = { members: [], unreadable: [], next: null }

/** What of a member's record no tier depends on. */
export const NOT_ASKED = {
  ...{ entries: 1, redemptions: 0, uses: new Map(), aheadUntil: null },
  ...{ name: null, enrolledAt: null, signedOutAt: null, card: null },
}

/** What is put into the queue, told and reported when some messages are worked on. */
export function done(work: readonly Work[], over: Partial<TurnOptions> = {}) {
  return doneWith(
    work.map((one) => JSON.stringify(one)),
    over,
  )
}

/** The same for messages that may be none. */
export async function doneWith(bodies: readonly string[], over: Partial<TurnOptions> = {}) {
  const [sent, told, errors]: [Work[], TierChange[], unknown[]] = [[], [], []]
  const reminders: Reminder[] = []
  const messages = bodies.map((body, index) => ({ messageId: `message-${index}`, body }))
  const { batchItemFailures } = await doMessages(messages, {
    editions: RULES,
    member: async () => undefined,
    remind: async (reminder) => void reminders.push(reminder),
    page: async () => NO_PAGE,
    tell: async (changes) => {
      told.push(...changes)
      return changes.length
    },
    send: async (more) => void sent.push(...more),
    hasTime: () => true,
    report: (error) => errors.push(error),
    ...over,
  })
  return { sent, told, reminders, errors, again: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) }
}
