// Runs at CloudFront's edge (its JavaScript runtime 2.0): finds the file of a page in the site that is served. The names
// are those of `functions/publisher/file-names.ts` and of its stores.
import cf from 'cloudfront'

const pointer = cf.kvs()

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
async function handler(event) {
  const request = event.request
  request.uri = request.uri.startsWith('/_astro/') ? `/shared${request.uri}` : await inForce(fileOf(request.uri))
  return request
}

async function inForce(file) {
  return `/sites/${await pointer.get('current')}/${file}`
}

function fileOf(uri) {
  const name = uri.slice(1)
  if (name === '') return 'index.html'
  return /\.\w+$/.test(name) ? name : `${name}.html`
}
