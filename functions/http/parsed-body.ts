import type * as z from 'zod'
import { parseBy } from './parse.ts'
import { faultyFields } from './problem.ts'
import type { StrictJson } from './strict-json.ts'

/** A body's value by its schema. Throws a 400 problem that names every field at fault. */
export function parsedBody<T>(schema: z.ZodType<T>, { value, faults: [first, ...others] }: StrictJson): T {
  if (first) throw faultyFields(400, [first, ...others])
  const parsed = parseBy(schema, value)
  if (!parsed.ok) throw faultyFields(400, parsed.faults)
  return parsed.value
}
