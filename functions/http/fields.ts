import * as z from 'zod'
import { InstantError, parseInstant } from './instant.ts'
import { idFault, textFault } from './text-fault.ts'

/** The fields that every audience knows: each is parsed once, here, and described for the OpenAPI document. */

/** An id: 1 to 128 characters, NFC, well-formed, no control characters (api.md, "Conventions"). */
export const idField = checkedText('bad_id', idFault).meta({ minLength: 1, maxLength: 128 })

/** Free text of up to `longest` characters. */
export const textField = (longest: number) =>
  checkedText('bad_text', (text) => textFault(text, longest)).meta({ maxLength: longest })

/** An RFC 3339 time with its offset, as epoch milliseconds. */
export const instantField = z
  .string()
  .max(64)
  .transform((text, context) => {
    try {
      return parseInstant(text)
    } catch (error) {
      if (!(error instanceof InstantError)) throw error
      context.issues.push(fault('bad_time', error.message, text))
      return z.NEVER
    }
  })
  .meta({ format: 'date-time' })

/** Money on its way in: a decimal string, which the app parses with the program's currency. */
export const moneyField = z.string().meta({ examples: ['59.90'] })

function checkedText(code: string, faultOf: (text: string) => string | null) {
  return z.string().check((context) => {
    const detail = faultOf(context.value)
    if (detail) context.issues.push(fault(code, detail, context.value))
  })
}

const fault = (code: string, message: string, input: string) =>
  ({ code: 'custom', message, params: { code }, input }) as const
