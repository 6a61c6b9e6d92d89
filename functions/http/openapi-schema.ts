import * as z from 'zod'

/** The document of all routes, as far as it describes itself. */
export const openapiSchema = z.looseObject({ openapi: z.string() })
