import * as z from 'zod'
import { route } from '#http/route.ts'
import { READERS } from './draft-routes.ts'

const bytes = z.string().meta({ format: 'binary' })

/** The most that an upload may have. */
export const MOST_PICTURE_BYTES = 5_000_000

export const postPicture = route({
  method: 'post',
  path: '/studio/pictures',
  may: 'program:write',
  summary: 'Takes a picture for a tier’s page, of up to 5 MB; nothing but what is seen is kept of it',
  takes: { 'image/png': bytes, 'image/jpeg': bytes, 'image/webp': bytes },
  answers: {
    201: {
      description: 'As a document names it; what it shows is still to be said',
      schema: z.strictObject({ file: z.string(), width: z.int(), height: z.int() }),
    },
  },
  problems: [422],
})

export const getPicture = route({
  method: 'get',
  path: '/studio/pictures/{file}',
  may: READERS,
  summary: 'A picture, published or not, or its smaller twin',
  params: z.strictObject({ file: z.string().max(100) }),
  answers: { 200: { description: 'The picture', schema: bytes, mediaType: 'image/webp' } },
  problems: [404],
})

export const pictureRoutes = [postPicture, getPicture]
