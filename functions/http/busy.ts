import { Problem } from './problem.ts'

/** Nothing was done, and the same request may be sent again. `members` are further members of the body. */
export const busy = (members: Readonly<Record<string, unknown>> = {}) =>
  new Problem(503, 'busy', 'The database is too busy right now. Send the same request again.', {
    headers: { 'Retry-After': '2' },
    members,
  })
