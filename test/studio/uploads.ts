import { crc32 } from 'node:zlib'
import sharp from 'sharp'

/** A picture of a landscape's shape, in a colour that no other has. */
export const landscape = (width = 2400, height = 1600) =>
  sharp({ create: { width, height, channels: 3, background: '#2f6d5a' } })

/** Turned by its camera, and taken where and by whom it says. */
export const fromACamera = (): Promise<Buffer> =>
  landscape(1200, 800)
    .withExif({
      IFD0: { Artist: 'Anna Example', Copyright: 'Anna Example' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** A PNG that says it has so many pixels, and has none. */
export function pngHeader(width: number, height: number): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('IDAT', Buffer.from([0x78, 0x9c])),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Two frames that take turns. */
export async function moving(): Promise<Buffer> {
  const frames = await Promise.all(
    [landscape(40, 30), landscape(40, 30).negate()].map((frame) => frame.png().toBuffer()),
  )
  return sharp(frames, { join: { animated: true } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer()
}
