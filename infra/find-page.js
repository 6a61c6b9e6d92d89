// Runs at CloudFront's edge, before anything is looked for: finds the file of a page in the site that is served. The
// names are those of `functions/publisher/file-names.ts` and of its stores; the pointer is the one that
// `functions/publisher/key-value-pointer.ts` puts. (The edge's JavaScript, runtime 2.0, knows only some of the newer
// language.)
import cf from 'cloudfront'

const pointer = cf.kvs()

const MISSING = '404.html'
const NOTHING_PUBLISHED = {
  statusCode: 503,
  statusDescription: 'Service Unavailable',
  headers: {
    'content-type': { value: 'text/plain; charset=utf-8' },
    'cache-control': { value: 'no-store' },
    'retry-after': { value: '60' },
  },
  body: 'There are no pages here yet. They appear as soon as an edition of the program is published.\n',
}

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
async function handler(event) {
  const request = event.request
  if (request.uri.startsWith('/_astro/') || request.uri.startsWith('/pictures/')) {
    request.uri = `/shared${request.uri}`
    return request
  }
  const served = await servedSite()
  if (!served) return NOTHING_PUBLISHED
  const file = fileOf(request.uri)
  if (!served.files.includes(file) || file.endsWith(MISSING)) return missing(request, served)
  request.uri = `/sites/${served.site}/${file}`
  return request
}

async function servedSite() {
  if (!(await pointer.exists('current'))) return undefined
  return await pointer.get('current', { format: 'json' })
}

// Asked for whole, because a part (206) or "not modified" (304) could not be given the status 404.
function missing(request, served) {
  const inLanguage = `${request.uri.split('/')[1]}/${MISSING}`
  request.uri = `/sites/${served.site}/${served.files.includes(inLanguage) ? inLanguage : MISSING}`
  delete request.headers['if-none-match']
  delete request.headers['if-modified-since']
  delete request.headers.range
  return request
}

function fileOf(uri) {
  const name = uri.slice(1)
  if (name === '') return 'index.html'
  return /\.\w+$/.test(name) ? name : `${name}.html`
}
