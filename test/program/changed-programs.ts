import fc from 'fast-check'
import { BETTER, WORSE } from './mutations.ts'
import { programs } from './programs.ts'

/** Two documents of which the second only adds. */
export const improved = fc
  .tuple(
    programs,
    fc.array(fc.tuple(fc.constantFrom(...Object.values(BETTER)), fc.nat(99)), { minLength: 1, maxLength: 6 }),
  )
  .map(([before, steps]) => ({
    before,
    after: steps.reduce((document, [mutate, pick]) => mutate(document, pick) ?? document, before),
  }))

/** Two documents of which the second is worse in one thing. */
export const worsened = fc
  .tuple(programs, fc.constantFrom(...Object.values(WORSE)), fc.nat(99))
  .map(([before, mutate, pick]) => ({ before, after: mutate(before, pick) ?? { ...before, standards: [] } }))
