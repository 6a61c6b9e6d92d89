import { resolve } from 'node:path'
import { originsOf, SettingsFault } from '#http/settings.ts'
import { SetupFault } from './setup-fault.ts'

/** What can be chosen from outside when the house starts. */
export interface Settings {
  readonly port: number
  /** Where data is kept; null: in memory, gone when the house stops. */
  readonly dataDir: string | null
  /** Other sites whose pages may ask for a quote. */
  readonly offerOrigins: readonly string[]
}

const USUAL_PORT = 4321

/** Reads PORT, DATA_DIR and OFFER_ORIGINS. Throws {@link SetupFault}. */
export function settingsOf(env: Readonly<Record<string, string | undefined>>): Settings {
  return {
    port: portOf(env.PORT),
    dataDir: env.DATA_DIR ? resolve(env.DATA_DIR) : null,
    offerOrigins: offerOriginsOf(env.OFFER_ORIGINS ?? ''),
  }
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return USUAL_PORT
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port >= 1 && port <= 65_535) return port
  throw new SetupFault(
    `PORT is ${JSON.stringify(text)}, which is no port. Use a whole number from 1 to 65535, or leave it out.`,
  )
}

function offerOriginsOf(text: string): readonly string[] {
  try {
    return originsOf('OFFER_ORIGINS', text)
  } catch (error) {
    throw error instanceof SettingsFault ? new SetupFault(error.message) : error
  }
}
