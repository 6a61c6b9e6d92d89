import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { ProgramDocument } from '#program/document.ts'
import type { Sharing } from './site-bundle.ts'

/** The file of a tier's picture, in the site, and its bytes as PNG. */
export interface SharePicture {
  readonly file: string
  readonly bytes: Uint8Array
}

/** Equal drawings are the same picture: of those drawn last, so many are kept. */
const MOST_KEPT = 200
const kept = new Map<string, Uint8Array>()
let ready: Promise<void> | undefined

/** What is shown where the pages of tiers are shared, by tier. A tier whose name the face lacks letters for has none. */
export async function sharePictures(
  { draw, face }: Sharing,
  document: ProgramDocument,
): Promise<ReadonlyMap<string, SharePicture>> {
  ready ??= loadRenderer()
  await ready
  const pictures = new Map<string, SharePicture>()
  for (const [rank, { id }] of document.tiers.entries()) {
    const drawing = draw(document, rank)
    if (drawing === null) continue
    const name = createHash('sha256').update(drawing).digest('hex').slice(0, 24)
    pictures.set(id, { file: `pictures/${name}.png`, bytes: kept.get(name) ?? keep(name, painted(drawing, face)) })
  }
  return pictures
}

async function loadRenderer(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))
  await initWasm(wasm).catch((error: unknown) => {
    // Another copy of this room in the same process has loaded it: the renderer is one for all of them.
    if (!(error instanceof Error && error.message.startsWith('Already initialized'))) throw error
  })
}

function painted(drawing: string, face: Uint8Array): Uint8Array {
  const font = { fontBuffers: [face], loadSystemFonts: false, defaultFontFamily: 'Newsreader' }
  return new Resvg(drawing, { font }).render().asPng()
}

function keep(name: string, bytes: Uint8Array): Uint8Array {
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(name, bytes)
  return bytes
}
