import * as z from 'zod'

/** The shape of a problem, for the OpenAPI document; `problem.ts` makes them. */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  errors: z.array(z.strictObject({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  version: z.int().optional().meta({ description: 'With 412: the version that is there now' }),
  changed: z.array(z.string()).optional().meta({ description: 'What somebody else did meanwhile, in sentences' }),
})
