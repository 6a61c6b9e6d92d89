import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import type { LambdaRecord } from './stream-records.ts'

/** Lambda takes 6 MB a call, of which some are left for what is around the records. */
const MOST_BYTES = 4 * 1024 * 1024
/** As many as the stream brings at once, at the most. */
const MOST_RECORDS = 1_000

/**
 * Calls a function with records, in order, as the stream would. False when it could not do some of them: those behind them
 * are not tried, as the stream would not either.
 */
export async function callAgain(
  client: LambdaClient,
  functionArn: string,
  records: readonly LambdaRecord[],
): Promise<boolean> {
  for (const some of inCalls(records)) {
    const Payload = new TextEncoder().encode(JSON.stringify({ Records: some }))
    const answer = await client.send(new InvokeCommand({ FunctionName: functionArn, Payload }))
    if (answer.FunctionError !== undefined) return false
    const said = JSON.parse(new TextDecoder().decode(answer.Payload)) as {
      batchItemFailures?: readonly unknown[]
    } | null
    if (!said?.batchItemFailures || said.batchItemFailures.length > 0) return false
  }
  return true
}

function inCalls(records: readonly LambdaRecord[]): LambdaRecord[][] {
  const calls: LambdaRecord[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const record of records) {
    const size = Buffer.byteLength(JSON.stringify(record))
    if (bytes + size > MOST_BYTES || calls.at(-1)?.length === MOST_RECORDS) {
      calls.push([])
      bytes = 0
    }
    calls.at(-1)?.push(record)
    bytes += size
  }
  return calls
}
