import * as z from 'zod'

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
