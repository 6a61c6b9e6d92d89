const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  woff2: 'font/woff2',
  png: 'image/png',
  webp: 'image/webp',
  ico: 'image/x-icon',
}

/** Segments of letters, digits, "-", "_", "." that do not begin with a dot: nothing that could leave a folder. */
const SAFE_PATH = /^\/(?:[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)?$/

/** The folders of files that are named by their content, which all sites share. */
export const HASHED = ['_astro/', 'pictures/']

/** The file that a path is served from: "/" → "index.html", "/tiers/gold" → "tiers/gold.html"; undefined for no path. */
export function fileOf(path: string): string | undefined {
  if (!SAFE_PATH.test(path)) return undefined
  const name = path.slice(1)
  if (name === '') return 'index.html'
  return /\.\w+$/.test(name) ? name : `${name}.html`
}

/** The media type of a file by the end of its name. */
export const typeOf = (file: string): string =>
  TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream'

export const isHashed = (file: string): boolean => HASHED.some((folder) => file.startsWith(folder))
