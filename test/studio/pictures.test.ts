import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { checked } from '../http/checked.ts'
import { as } from '../http/roles.ts'
import { type FreshStudio, freshStudio } from './fresh-studio.ts'
import { keptPictures } from './kept-pictures.ts'
import { fromACamera, landscape, moving, pngHeader } from './uploads.ts'

/** A studio, what it keeps of pictures, and how one is sent to it. */
async function opened() {
  const pictures = keptPictures()
  const studio = await freshStudio({ deps: { pictures } })
  const send = checked(studio.app)
  const upload = (body: RequestInit['body'], type = 'image/png', headers: Record<string, string> = {}) =>
    send('/studio/pictures', {
      method: 'POST',
      headers: { ...as('studio'), 'Content-Type': type, ...headers },
      ...(body != null && { body, duplex: 'half' }),
    } as RequestInit)
  return { ...studio, pictures, upload }
}

const bytesOf = async (app: FreshStudio['app'], file: string, role = 'studio') => {
  const response = await app.request(`/api/v1/studio/pictures/${file}`, { headers: as(role) })
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('a picture that is uploaded', () => {
  test.each(['png', 'jpeg', 'webp'] as const)(
    'as %s is kept as WebP in two sizes, and named by its content',
    async (kind) => {
      const { upload, app } = await opened()
      const { status, body } = await upload(
        new Uint8Array(await landscape().toFormat(kind).toBuffer()),
        `image/${kind}`,
      )
      expect(status).toBe(201)
      expect(body).toEqual({ file: expect.stringMatching(/^[0-9a-f]{24}\.webp$/), width: 1600, height: 1067 })
      const large = await bytesOf(app, body.file)
      const small = await bytesOf(app, body.file.replace('.', '-800.'))
      expect(await sharp(large.bytes).metadata()).toMatchObject({ format: 'webp', width: 1600, height: 1067 })
      expect(await sharp(small.bytes).metadata()).toMatchObject({ format: 'webp', width: 800, height: 533 })
      expect(large.response.headers.get('content-type')).toBe('image/webp')
      expect(large.response.headers.get('cache-control')).toContain('private')
    },
  )

  test('is never made larger than it is', async () => {
    const { upload } = await opened()
    const { body } = await upload(new Uint8Array(await landscape(300, 200).png().toBuffer()))
    expect(body).toMatchObject({ width: 300, height: 200 })
  })

  test('stands upright, and says no more of where, when and by whom it was taken', async () => {
    const { upload, app } = await opened()
    const camera = await fromACamera()
    expect((await sharp(camera).metadata()).exif?.toString('latin1')).toContain('Anna Example')
    const { body } = await upload(new Uint8Array(camera), 'image/jpeg')
    expect(body).toMatchObject({ width: 800, height: 1200 })
    for (const file of [body.file, body.file.replace('.', '-800.')]) {
      const { bytes } = await bytesOf(app, file)
      const { exif, iptc, xmp, icc, orientation } = await sharp(bytes).metadata()
      expect({ exif, iptc, xmp, icc, orientation }).toEqual({})
      expect(bytes.toString('latin1')).not.toMatch(/Anna|Exif|GPS/)
    }
  })

  test('has the same name when it is uploaded again, and is told of in the log', async () => {
    const { upload, ask, pictures } = await opened()
    const png = new Uint8Array(await landscape().png().toBuffer())
    const [first, again] = [await upload(png), await upload(png)]
    expect(again.body).toEqual(first.body)
    expect(pictures.files.size).toBe(2)
    const { body } = await ask('studio', 'GET /log')
    expect(body.items[0]).toMatchObject({ what: 'picture_added', by: 'studio', draft: null, edition: null })
    expect(body.items[0].detail).toContain(first.body.file)
  })

  test('is shown to those who write and those who approve, and to nobody else', async () => {
    const { upload, app } = await opened()
    const { body } = await upload(new Uint8Array(await landscape().png().toBuffer()))
    const statuses = await Promise.all(
      ['studio', 'approver', 'finance', 'member', 'nobody'].map(
        async (role) => (await bytesOf(app, body.file, role)).response.status,
      ),
    )
    expect(statuses).toEqual([200, 200, 403, 403, 401])
  })
})

describe('what is no picture to be shown', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  test.each([
    ['nothing at all', async () => new Uint8Array(), 'no_picture'],
    ['a text that is named as a picture', async () => Buffer.from('Dear customers,'), 'no_picture'],
    ['a drawing in SVG', async () => Buffer.from(svg), 'no_picture'],
    ['a GIF', async () => landscape(40, 30).gif().toBuffer(), 'no_picture'],
    ['a PNG that is its first bytes alone', async () => pngHeader(4, 4).subarray(0, 8), 'picture_damaged'],
    ['a JPEG that was cut off', async () => cutOff(landscape(900, 600).jpeg()), 'picture_damaged'],
    ['a PNG that was cut off', async () => cutOff(landscape(900, 600).png()), 'picture_damaged'],
    ['a WebP that was cut off', async () => cutOff(landscape(900, 600).webp()), 'picture_damaged'],
    ['a PNG that says it has 20,000 × 20,000 pixels', async () => pngHeader(20_000, 20_000), 'picture_too_large'],
    ['a picture of more than 8000 pixels a side', async () => landscape(8001, 8).png().toBuffer(), 'picture_too_large'],
    ['a picture of more than 40 million pixels', async () => pngHeader(8000, 5001), 'picture_too_large'],
    ['a picture that moves', moving, 'picture_moves'],
  ])('%s is refused with a sentence, and nothing is kept', async (_, made, code) => {
    const { upload, pictures, ask } = await opened()
    const { status, body } = await upload(new Uint8Array(await made()))
    expect({ status, code: body.code }).toEqual({ status: 422, code })
    expect(body.detail).toMatch(/^(?:The picture|This is no picture).+\. .+\.$/)
    expect(pictures.files.size).toBe(0)
    expect((await ask('studio', 'GET /log')).body.items).toEqual([])
  })

  test('50 MB are refused by their announced length', async () => {
    const { upload } = await opened()
    const { status, body } = await upload(new Uint8Array(1), 'image/png', { 'Content-Length': '50000000' })
    expect([status, body.detail]).toEqual([413, 'The body is larger than 5 MB. Make it smaller.'])
  })

  test('50 MB that were not announced are refused while they are read, and not read to their end', async () => {
    const { upload } = await opened()
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000
        if (sent > 50_000_000) controller.close()
        else controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    expect((await upload(body)).status).toBe(413)
    expect(sent).toBeLessThan(10_000_000)
  })

  test('other kinds of body are refused', async () => {
    const { upload } = await opened()
    for (const type of ['image/svg+xml', 'image/gif', 'application/json', 'text/html']) {
      expect((await upload(new Uint8Array(1), type)).status).toBe(415)
    }
  })
})

test.each(['nothing.webp', '..%2f..%2fsecrets.json', '%00', '0123456789abcdef01234567.webp'])(
  'there is no picture called %s',
  async (name) => {
    const { app } = await opened()
    expect((await checked(app)(`/studio/pictures/${name}`, { headers: as('studio') })).status).toBe(404)
  },
)

const cutOff = async (picture: Sharp) => {
  const bytes = await picture.toBuffer()
  return bytes.subarray(0, Math.floor(bytes.length * 0.6))
}
