import { gzipSync } from 'node:zlib'
import type { SiteFiles } from '#publisher/page-store.ts'

/** The pages that are one person's own, or answer what is typed; no other has any script. */
export const WITH_SCRIPT = [
  'card.html',
  'desk.html',
  'simulator.html',
  'standing.html',
  'standing/data.html',
  'standing/perks.html',
]

/** Where the shop's own people work, by the most script each may have in bytes, gzipped: loaded by nobody else. */
export const SCREENS: ReadonlyMap<string, number> = new Map([
  ['finance.html', 24_000],
  ['studio.html', 80_000],
])

/** The files a page makes a browser fetch, and the page itself; of the kinds asked for. */
export function weightOf(site: SiteFiles, page: string, kinds: RegExp): Uint8Array[] {
  const html = new TextDecoder().decode(site.get(page))
  const linked = [...html.matchAll(/(?:href|src)="\/(_astro\/[^"]+)"/g)].map(([, name]) => name ?? '')
  return [page, ...new Set(linked)].filter((name) => kinds.test(name)).map((name) => site.get(name) ?? new Uint8Array())
}

export const bytes = (files: readonly Uint8Array[]): number => files.reduce((sum, file) => sum + file.length, 0)

export const packed = (files: readonly Uint8Array[]): number =>
  files.reduce((sum, file) => sum + gzipSync(file).length, 0)
