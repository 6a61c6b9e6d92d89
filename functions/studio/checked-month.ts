import { faultyFields } from '#http/problem.ts'
import { parseMonth } from '#program/month.ts'

/** A month as it was sent, "2027-03", or none. Throws 422 for what is no month. */
export function checkedMonth(text: string | null): string | null {
  if (text === null) return null
  try {
    parseMonth(text)
    return text
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw faultyFields(422, [{ pointer: '/effectiveFrom', code: 'bad_month', detail: error.message }])
  }
}
