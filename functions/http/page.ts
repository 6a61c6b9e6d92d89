import * as z from 'zod'
import { faultyFields } from './problem.ts'

/** A list's page: up to 100 items, and a cursor that only we can read. Never offsets (api.md, "Lists"). */
export const pageQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^(?:[1-9]\d?|100)$/, { error: 'It must be a whole number from 1 to 100' })
    .transform(Number)
    .default(50),
  cursor: z.string().max(1024).nullable().default(null),
})

/** The body of a page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() })

/** The problem of a cursor that was not given out for this list. `detail` says so. */
export const badCursor = (detail: string) =>
  faultyFields(400, [{ pointer: '/query/cursor', code: 'bad_cursor', detail }])
