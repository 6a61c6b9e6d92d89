import { Problem } from './problem.ts'
import { parseStrictJson, type StrictJson } from './strict-json.ts'

export const MAX_BODY_BYTES = 1_000_000

/** A body as it arrived, with the one of the accepted media types that it was sent as. */
export interface JsonBody extends StrictJson {
  readonly mediaType: string
}

/**
 * Reads a JSON body: refuses other media types and compressed bodies (415) and anything over 1 MB (413) before it is
 * parsed, whether or not its length was announced.
 */
export async function readJsonBody(request: Request, mediaTypes: readonly string[]): Promise<JsonBody> {
  const mediaType = acceptedType(request.headers, mediaTypes)
  refuseCompressed(request.headers)
  return { mediaType, ...parseStrictJson(await readBytes(request)) }
}

/** Reads a body of text, as UTF-8 and nothing else. Throws the problems of {@link readJsonBody}, and a 400 for other bytes. */
export async function readTextBody(request: Request, mediaTypes: readonly string[]): Promise<string> {
  acceptedType(request.headers, mediaTypes)
  refuseCompressed(request.headers)
  const bytes = await readBytes(request)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Problem(400, 'bad_encoding', 'The body is not UTF-8. Save the file as UTF-8 and send it again.')
  }
}

/** The JSON body, or null where there is no body at all. */
export async function readOptionalJsonBody(request: Request, mediaTypes: readonly string[]): Promise<JsonBody | null> {
  if (request.headers.has('content-type')) return readJsonBody(request, mediaTypes)
  const bytes = await readBytes(request)
  if (bytes.length > 0) acceptedType(request.headers, mediaTypes)
  return null
}

/** Reads a body that is no text, of up to so many bytes: refuses other media types, compressed bodies (415), and more (413). */
export async function readBinaryBody(
  request: Request,
  mediaTypes: readonly string[],
  mostBytes: number,
): Promise<Uint8Array> {
  acceptedType(request.headers, mediaTypes, 'Send it')
  refuseCompressed(request.headers)
  return readBytes(request, mostBytes)
}

function acceptedType(headers: Headers, mediaTypes: readonly string[], send = 'Send the body in UTF-8'): string {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';')
  const mediaType = type.trim()
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='))
  if (mediaTypes.includes(mediaType) && (!charset || /^charset="?utf-8"?$/.test(charset))) return mediaType
  throw new Problem(415, 'media_type', `${send} with Content-Type: ${mediaTypes.join(' or ')}.`)
}

function refuseCompressed(headers: Headers): void {
  const encoding = headers.get('content-encoding')
  if (encoding === null || encoding.toLowerCase() === 'identity') return
  throw new Problem(
    415,
    'content_encoding',
    'Compressed bodies are not accepted. Send the body without Content-Encoding.',
  )
}

async function readBytes(request: Request, mostBytes = MAX_BODY_BYTES): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > mostBytes) throw tooLarge(mostBytes)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > mostBytes) throw tooLarge(mostBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLarge = (mostBytes: number) => {
  const instead = mostBytes === MAX_BODY_BYTES ? 'Send it in several requests, or a shorter text.' : 'Make it smaller.'
  return new Problem(413, 'too_large', `The body is larger than ${mostBytes / 1_000_000} MB. ${instead}`)
}
