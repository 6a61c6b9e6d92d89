import { deskRoutes } from '#desk/routes.ts'
import { financeRoutes } from '#finance/routes.ts'
import { getOpenapi } from '#http/openapi-app.ts'
import type { Route } from '#http/route.ts'
import { intakeRoutes } from '#intake/routes.ts'
import * as portal from '#portal/routes.ts'
import { studioRoutes } from '#studio/routes.ts'

/** Every route of the house, for the OpenAPI document and the matrix of routes × roles. */
export const API_ROUTES: readonly Route[] = [
  getOpenapi,
  ...Object.values(portal),
  ...intakeRoutes,
  ...deskRoutes,
  ...studioRoutes,
  ...financeRoutes,
]
