import { createHash } from 'node:crypto'
import type { Metadata } from 'sharp'
import { Problem } from '#http/problem.ts'
import type { Picture } from '#program/document.ts'

/** A picture as it is kept: drawn anew from its points, so that nothing else of the upload is left. */
export interface FinishedPicture {
  readonly picture: Omit<Picture, 'alt'>
  /** By name: the picture, and its smaller twin `<name>-800.webp`. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Pixels of the longest side. */
const LARGE = 1600
const SMALL = 800

const MOST_PIXELS_A_SIDE = 8000
const MOST_PIXELS = 40_000_000

/**
 * Turns an upload the right way up, makes it small enough for pages, and leaves out all that is not seen: where and when it
 * was taken, by whom, colour profiles, thumbnails. Throws 422 for what is no picture, moves, is too large, or is cut off.
 */
export async function finishedPicture(upload: Uint8Array): Promise<FinishedPicture> {
  if (!isKnownKind(upload)) throw noPicture()
  const { default: sharp } = await import('sharp')
  refuseTooLarge(await sharp(upload, { limitInputPixels: false }).metadata().catch(undecodable))
  const large = await drawn(upload, LARGE)
  const small = await drawn(upload, SMALL)
  const name = createHash('sha256').update(large.data).digest('hex').slice(0, 24)
  const { width, height } = large.info
  return {
    picture: { file: `${name}.webp`, width, height },
    files: new Map([
      [`${name}.webp`, large.data],
      [`${name}-800.webp`, small.data],
    ]),
  }
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/** PNG, JPEG or WebP by the first bytes, whatever it was said to be. */
function isKnownKind(upload: Uint8Array): boolean {
  const startsWith = (bytes: Buffer) => bytes.equals(upload.subarray(0, bytes.length))
  const text = (from: number, to: number) => Buffer.from(upload.subarray(from, to)).toString('latin1')
  return startsWith(PNG) || startsWith(JPEG) || (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP')
}

function refuseTooLarge({ width, height, pages = 1 }: Metadata): void {
  if (width > MOST_PIXELS_A_SIDE || height > MOST_PIXELS_A_SIDE || width * height > MOST_PIXELS) {
    const detail = `The picture has ${width} × ${height} pixels. Make it at most 8000 a side and 40 million in all.`
    throw new Problem(422, 'picture_too_large', detail)
  }
  if (pages > 1)
    throw new Problem(422, 'picture_moves', 'The picture moves, and pages hold still. Choose one of its frames.')
}

/** Nothing is kept of the upload but its points: without being asked, the encoder writes no metadata. */
async function drawn(upload: Uint8Array, longest: number) {
  const { default: sharp } = await import('sharp')
  return sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
    .catch(undecodable)
}

function undecodable(): never {
  const detail = 'The picture is damaged or cut off. Save it anew as a PNG, JPEG or WebP file, and send that.'
  throw new Problem(422, 'picture_damaged', detail)
}

const noPicture = () =>
  new Problem(422, 'no_picture', 'This is no picture that can be shown. Choose a PNG, JPEG or WebP file.')
