import * as z from 'zod'
import { route } from '#http/route.ts'
import { documentSchema } from './document-schema.ts'
import { draftRoutes } from './draft-routes.ts'
import { findingSchema } from './finding-schema.ts'
import { getImpactMembers, postImpact } from './impact-routes.ts'
import { pictureRoutes } from './picture-routes.ts'
import { getPreview } from './preview-route.ts'
import { publishingRoutes } from './publishing-routes.ts'
import { getRights } from './rights-route.ts'

export const checkDocument = route({
  method: 'post',
  path: '/studio/check',
  may: 'program:write',
  summary: 'Everything that is to be said about a program document',
  takes: { 'application/json': documentSchema },
  answers: {
    200: {
      description: 'Errors first; none of them means that it may be submitted',
      schema: z.strictObject({ findings: z.array(findingSchema) }),
    },
  },
})

export const studioRoutes = [
  checkDocument,
  getRights,
  ...draftRoutes,
  getPreview,
  ...pictureRoutes,
  ...publishingRoutes,
  postImpact,
  getImpactMembers,
]
