import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { TierChange } from '#herald/tier-change.ts'

/** An event as it came to the bus. */
export interface PutEvent {
  readonly EventBusName: string
  readonly Source: string
  readonly DetailType: string
  /** Seconds since 1970. */
  readonly Time: number
  readonly Detail: string
}

export interface BusServer {
  readonly endpoint: string
  /** What the bus took, in order. */
  readonly taken: TierChange[]
  /** What each call brought. */
  readonly calls: PutEvent[][]
}

/** An event bus on this machine, which ends with the test; it refuses what `refuses` has a code for. */
export async function startBus(
  refuses: (event: PutEvent, call: number) => string | null = () => null,
): Promise<BusServer> {
  const [taken, calls]: [TierChange[], PutEvent[][]] = [[], []]
  const server = createServer(async (request, response) => {
    const { Entries } = JSON.parse(await text(request)) as { Entries: PutEvent[] }
    calls.push(Entries)
    const answers = Entries.map((event) => {
      const ErrorCode = refuses(event, calls.length)
      if (ErrorCode !== null) return { ErrorCode, ErrorMessage: 'No.' }
      taken.push(JSON.parse(event.Detail) as TierChange)
      return { EventId: `e-${taken.length}` }
    })
    const FailedEntryCount = answers.filter((answer) => 'ErrorCode' in answer).length
    response.setHeader('content-type', 'application/x-amz-json-1.1')
    response.end(JSON.stringify({ FailedEntryCount, Entries: answers }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken, calls }
}
