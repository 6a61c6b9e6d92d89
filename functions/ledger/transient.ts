import { Busy } from './ledger.ts'

/** Failures that pass: the database is throttling, in the middle of something, or did not answer. */
const TRANSIENT = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionConflictException',
  'TransactionInProgressException',
  'InternalServerError',
  'InternalFailure',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'TimeoutError',
])

/** What Node says when a connection is refused or breaks. */
const BROKEN = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

/** Whether the same call may succeed a moment later. After some of these a write may have happened all the same. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (TRANSIENT.has(error.name) || ('code' in error && BROKEN.has(String(error.code)))) return true
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
  return status !== undefined && status >= 500
}

/** Turns a failure that passes into {@link Busy}; every other one goes on untouched. */
export async function orBusy<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (!isTransient(error)) throw error
    throw new Busy('The database is too busy to answer. Send the same request again in a moment.', { cause: error })
  }
}

/** Undefined when the database is too busy to read from. */
export async function unlessBusy<T>(answer: T | Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Busy) return undefined
    throw error
  }
}
