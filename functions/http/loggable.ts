import { sourceFrames } from './source-frames.ts'

/** What of an error may stand in a log. */
export interface LoggableError {
  readonly name: string
  /** A word that says which fault it is: "ECONNREFUSED". */
  readonly code?: string
  /** What AWS answered, and under which id it can be asked about. */
  readonly status?: number
  readonly awsRequestId?: string
  /** Why a transaction was cancelled, an action after the other: "None", "ConditionalCheckFailed". */
  readonly cancelled?: readonly string[]
  /** Where it came from: functions, files and lines, the innermost first. */
  readonly frames: readonly string[]
  readonly cause?: LoggableError
}

/** Causes beyond this depth are left out; a circle of them would not end. */
const DEEPEST = 4
/** A word of letters, digits and what joins them; nothing that somebody wrote is mistaken for one where it has a blank or an @. */
const CODE = /^[A-Za-z][\w.-]{0,63}$/

/**
 * An error without what it says. A message may quote what it failed on: a name in a text that is no JSON, an item that lost
 * a condition, an answer of the provider with a token in it. What kind it was and where it arose says as much to whoever
 * mends it, and nothing of anybody.
 */
export function loggable(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] }
  const { code, $metadata, CancellationReasons } = error as AwsError
  return {
    name: CODE.test(error.name) ? error.name : 'Error',
    ...(typeof code === 'string' && CODE.test(code) && { code }),
    ...($metadata?.httpStatusCode !== undefined && { status: $metadata.httpStatusCode }),
    ...($metadata?.requestId !== undefined && { awsRequestId: $metadata.requestId }),
    ...(CancellationReasons && { cancelled: CancellationReasons.map((reason) => reason.Code ?? 'None') }),
    frames: framesOf(error),
    ...(error.cause !== undefined && depth < DEEPEST && { cause: loggable(error.cause, depth + 1) }),
  }
}

/** What errors of the AWS SDK and of Node have besides. */
interface AwsError extends Error {
  readonly code?: unknown
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string }
  readonly CancellationReasons?: readonly { readonly Code?: string }[]
}

/** The stack begins with the message, which may have lines of its own that look like frames. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const frames = stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at \S.*:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim())
  return sourceFrames(frames)
}
