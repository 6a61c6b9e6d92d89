/** Records of the ledger's stream that a function could not do, as Lambda names them in a dead letter. */
export interface FailedBatch {
  /** The function with the alias that is in use. */
  readonly functionArn: string
  readonly streamArn: string
  readonly shardId: string
  readonly from: string
  /** The last of them, itself among them. */
  readonly to: string
  /** When the first of them was written, epoch milliseconds. */
  readonly writtenAt: number
}

/** What Lambda puts down of a batch that failed for good. */
interface DeadLetter {
  readonly requestContext?: { readonly functionArn?: string }
  readonly DDBStreamBatchInfo?: {
    readonly streamArn?: string
    readonly shardId?: string
    readonly startSequenceNumber?: string
    readonly endSequenceNumber?: string
    readonly approximateArrivalOfFirstRecord?: string
  }
}

/** The batch that a dead letter names; null for a text that is none. */
export function failedBatchIn(text: string): FailedBatch | null {
  const { requestContext, DDBStreamBatchInfo: batch } = deadLetterIn(text)
  const { streamArn, shardId, startSequenceNumber: from, endSequenceNumber: to } = batch ?? {}
  const functionArn = requestContext?.functionArn
  if (!functionArn || !streamArn || !shardId || !from || !to) return null
  const writtenAt = Date.parse(batch?.approximateArrivalOfFirstRecord ?? '')
  return { functionArn: withAlias(functionArn), streamArn, shardId, from, to, writtenAt }
}

function deadLetterIn(text: string): DeadLetter {
  try {
    return (JSON.parse(text) ?? {}) as DeadLetter
  } catch {
    return {}
  }
}

/** "arn:aws:lambda:eu-west-2:1:function:name" has seven parts; an eighth is the version or alias. */
const withAlias = (arn: string) => (arn.split(':').length === 7 ? `${arn}:live` : arn)
