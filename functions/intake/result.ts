import * as z from 'zod'
import type { ProblemBody } from '#http/problem.ts'
import { problemSchema } from '#http/problem-schema.ts'

/** What became of one event (api.md, "Events in"). */
export const resultSchema = z.strictObject({
  /** Null where none was sent that could be read. */
  source: z.string().nullable(),
  id: z.string().nullable(),
  outcome: z.enum(['recorded', 'duplicate', 'conflict', 'rejected', 'retry']),
  problem: problemSchema.optional(),
})

export interface Result extends Omit<z.infer<typeof resultSchema>, 'problem'> {
  readonly problem?: ProblemBody
}

/** One result per event, in the order in which they were sent. */
export const resultsSchema = z.strictObject({ results: z.array(resultSchema) })
