import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ProgramDocument, PublishedEdition } from '#program/document.ts'
import type { PublicSite } from '#program/public-site.ts'
import { PublishError } from './publish-error.ts'

/** What the build of `web/` leaves behind: a function that renders pages, and the files that pages refer to. */
export interface SiteBundle {
  readonly render: (path: string, locals: PageLocals) => Promise<Response>
  readonly assets: ReadonlyMap<string, Uint8Array>
  /** How tiers look where their pages are shared; left out: no differently from any page. */
  readonly sharing?: Sharing
}

/** Draws the picture of a tier, by rank, in SVG: null where its words cannot be set in the face, which is a font file. */
export interface Sharing {
  readonly draw: (document: ProgramDocument, rank: number) => string | null
  readonly face: Uint8Array
}

/** What every page is made from. */
export interface PageLocals {
  /** With its words in the language of the page. */
  readonly edition: PublishedEdition
  readonly language: string
  /** In a preview, the rank of the tier as which somebody looks. */
  readonly seenAs?: number | null
  /** In a preview, where pictures are. Left out: where published ones are. */
  readonly picturesAt?: string
  readonly site: PublicSite
  /** By tier, the file that is shown where its page is shared. */
  readonly shared?: Readonly<Record<string, string>>
}

/** Loads a build by its folder ("web/dist"). Throws {@link PublishError} when there is none. */
export async function loadBundle(folder: string): Promise<SiteBundle> {
  const entry = join(folder, 'server', 'entry.mjs')
  const assets = await filesIn(join(folder, 'client')).catch((cause: unknown) => {
    throw new PublishError(`There is no built site in ${folder}. Build it with "npm run web".`, { cause })
  })
  const bundle: unknown = await import(pathToFileURL(entry).href)
  if (!hasRender(bundle))
    throw new PublishError(`${entry} has not what pages are made with. Build it anew with "npm run web".`)
  const { render, sharePicture: draw, face } = bundle
  return { render, assets, sharing: { draw, face: Buffer.from(face.slice(face.indexOf(',') + 1), 'base64') } }
}

/** What `web/entry.ts` exports; the face is a data address. */
interface Entry {
  readonly render: SiteBundle['render']
  readonly sharePicture: Sharing['draw']
  readonly face: string
}

const hasRender = (bundle: unknown): bundle is Entry =>
  typeof bundle === 'object' && bundle !== null && 'render' in bundle && 'sharePicture' in bundle && 'face' in bundle

async function filesIn(folder: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const found of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!found.isFile()) continue
    const path = join(found.parentPath, found.name)
    files.set(relative(folder, path).replaceAll(sep, '/'), await readFile(path))
  }
  return files
}
