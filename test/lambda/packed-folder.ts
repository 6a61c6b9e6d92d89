import { inject } from 'vitest'
import { STACK } from './runtime/account.ts'
import { deployedFunctions, resourcesIn } from './runtime/deployed-functions.ts'

/** What the stack calls the function of each entry. */
const FUNCTIONS = {
  portal: 'Portal',
  intake: 'Intake',
  desk: 'Desk',
  studio: 'Studio',
  finance: 'Finance',
  publisher: 'Publisher',
  analytics: 'Keeper',
  herald: 'Follower',
  'herald/month-lambda': 'Turner',
} as const

/** An entry, by its room and, where that has several, its file. */
export type Entry = keyof typeof FUNCTIONS

/** Where the code of an entry lies as it was packed for the stage "prod": once, for all tests. */
export function packedFolder(entry: Entry): string {
  const assembly = inject('assembly')
  const functions = deployedFunctions(assembly, resourcesIn(assembly, STACK))
  const found = functions.find(({ name }) => name === FUNCTIONS[entry])
  if (!found) throw new Error(`The stack has no function ${FUNCTIONS[entry]}.`)
  return found.folder
}
