import type { Api } from '#http/create-app.ts'
import { Problem } from '#http/problem.ts'
import type { StudioDeps } from './app.ts'
import { finishedPicture } from './finished-picture.ts'
import { getPicture, MOST_PICTURE_BYTES, postPicture } from './picture-routes.ts'

/** Pictures of tiers, before anybody else sees them. */
export function servePictures({ serve }: Api, { press, pictures, now }: StudioDeps): void {
  serve(postPicture, async (context, { identity, bytes }) => {
    const { picture, files } = await finishedPicture(await bytes(MOST_PICTURE_BYTES))
    for (const [file, content] of files) await pictures.put(file, content)
    const { file, width, height } = picture
    const detail = `A picture of ${width} × ${height} pixels was added: ${file}.`
    const at = now()
    await press.note({ at, by: identity.subject, what: 'picture_added', draft: null, edition: null, detail })
    return context.json(picture, 201)
  })

  serve(getPicture, async (context, { params: { file } }) => {
    const bytes = await pictures.read(file)
    if (!bytes) throw new Problem(404, 'not_found', 'There is no such picture. Upload it again.')
    // The name changes whenever the picture does.
    const headers = { 'Content-Type': 'image/webp', 'Cache-Control': 'private, max-age=31536000, immutable' }
    return context.body(new Uint8Array(bytes), 200, headers)
  })
}
