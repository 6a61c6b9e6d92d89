import { REACH_PERCENT } from '#program/impact/within-reach.ts'
import { dayWords } from '#program/words/date-words.ts'
import type { ImpactSubject } from './impact-subject.ts'

/** On what the figures of an impact rest, in sentences. */
export const impactAssumptions = ({ effectiveFrom }: Pick<ImpactSubject, 'effectiveFrom'>): string[] => [
  'Nothing more is bought or returned from now on.',
  `Tiers are compared on ${dayWords(`${effectiveFrom}-01`)} and on the first days of the twelve months after it.`,
  `Within reach is who is at ${REACH_PERCENT} percent or more of one way to the tier above theirs.`,
  'Costs look back: each use of the last twelve months is decided again at its own time, by the terms of the draft and under the tier that its rules would have given then, had they always been in force.',
  'What was refused then is not counted, also where the draft would grant it.',
  'Whoever gets a perk with the draft uses it as often as members of that tier did on average; where nobody had it there yet, nothing is added.',
  'Before are the costs as they were booked, after is what finance says a use will cost.',
]
