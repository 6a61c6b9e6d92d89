import { type Month, parseMonth } from '#program/month.ts'
import { SetupFault } from '../setup-fault.ts'

/** A month in the arguments of a command, "2026-05". Throws {@link SetupFault}. */
export function askedMonth(text: string): Month {
  try {
    return parseMonth(text)
  } catch (error) {
    throw new SetupFault((error as Error).message)
  }
}
