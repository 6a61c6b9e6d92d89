import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PublishedEdition } from '#program/document.ts'
import type { PublicSite } from '#program/public-site.ts'
import { PublishError } from './publish-error.ts'

/** What the build of `web/` leaves behind: a function that renders pages, and the files that pages refer to. */
export interface SiteBundle {
  readonly render: (path: string, locals: PageLocals) => Promise<Response>
  readonly assets: ReadonlyMap<string, Uint8Array>
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
}

/** Loads a build by its folder ("web/dist"). Throws {@link PublishError} when there is none. */
export async function loadBundle(folder: string): Promise<SiteBundle> {
  const entry = join(folder, 'server', 'entry.mjs')
  const assets = await filesIn(join(folder, 'client')).catch((cause: unknown) => {
    throw new PublishError(`There is no built site in ${folder}. Build it with "npm run web".`, { cause })
  })
  const bundle: unknown = await import(pathToFileURL(entry).href)
  if (!hasRender(bundle)) throw new PublishError(`${entry} has no function "render". Build it anew with "npm run web".`)
  return { render: bundle.render, assets }
}

const hasRender = (bundle: unknown): bundle is Pick<SiteBundle, 'render'> =>
  typeof bundle === 'object' && bundle !== null && 'render' in bundle && typeof bundle.render === 'function'

async function filesIn(folder: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const found of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!found.isFile()) continue
    const path = join(found.parentPath, found.name)
    files.set(relative(folder, path).replaceAll(sep, '/'), await readFile(path))
  }
  return files
}
