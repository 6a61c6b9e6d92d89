import { openapi } from '#http/openapi.ts'
import { API_ROUTES } from './api-routes.ts'

const text = JSON.stringify(await openapi(API_ROUTES))

/** The OpenAPI document of the whole house, as JSON text. */
export const openapiDocument = (): string => text
