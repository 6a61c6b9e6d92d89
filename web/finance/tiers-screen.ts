import type { TiersBody } from '#finance/outlook-routes.ts'
import { tierBars } from '../pictures/tier-bars.ts'
import { tiersFilters } from './filters.ts'
import { periodWords } from './place-words.ts'
import type { ProgramNames } from './program.ts'
import type { Fields } from './query.ts'
import type { Screen } from './screen.ts'
import { tierData, tiersSentence } from './tier-data.ts'

/** What each tier costs: per active member, and as a share of what its holders spent. */
export function tiersScreen(body: TiersBody, fields: Fields, program: ProgramNames): Screen {
  const { from, to } = body
  return {
    title: 'Tiers',
    about: periodWords(from, to),
    lead: tiersSentence(body),
    filters: tiersFilters({ ...fields, from, to }),
    body: tierBars({
      ...tierData(body, program),
      sentence: `By tier, ${periodWords(from, to)}. Active is who bought while they held the tier; their spend is what counted in those months.`,
    }),
  }
}
