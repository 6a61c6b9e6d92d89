import type { ProgramDocument } from '../document.ts'
import { takenPerks } from './taken/perks.ts'
import { takenPlans } from './taken/plans.ts'
import { takenPromises } from './taken/promises.ts'
import type { Taken } from './taken/taken.ts'
import { takenTiers } from './taken/tiers.ts'
import { takenTime } from './taken/time.ts'
import { takenWays } from './taken/ways.ts'

/**
 * Everything that a document takes away from those to whom another one promised it: the one source for what needs notice
 * (program.md, "Checks"). Nothing is listed that only adds, such as a window in which more counts. A part of `after` that
 * cannot be read yet, such as an amount that is none, is left out; the other checks report it.
 */
export function takenAway(before: ProgramDocument, after: ProgramDocument): Taken[] {
  return [takenTiers, takenWays, takenTime, takenPlans, takenPerks, takenPromises].flatMap((taken) =>
    taken(before, after),
  )
}
