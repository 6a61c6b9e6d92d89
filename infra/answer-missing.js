// Runs at CloudFront's edge, on what was found: gives the page for missing addresses, which S3 sends with 200, the status
// that `functions/publisher/s3-store.ts` marked it with.
const MARK = 'x-amz-meta-status'

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const response = event.response
  const mark = response.headers[MARK]
  if (!mark) return response
  delete response.headers[MARK]
  response.statusCode = Number(mark.value)
  response.statusDescription = 'Not Found'
  return response
}
