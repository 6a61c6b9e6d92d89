import { stringify } from 'csv-stringify/sync'
import type { MovedMember } from '#ledger/impact-book.ts'
import type { MoveReason } from '#program/impact/reason.ts'

const HEADER = 'member,from,to,month,reason\r\n'

/** Moved members as a file that is sent as it is read, those of one reason if it is given. What looks like a formula is text. */
export function impactCsv(
  lists: AsyncIterable<readonly MovedMember[]>,
  reason: MoveReason | undefined,
): ReadableStream<Uint8Array> {
  const parts = csvParts(lists, reason)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
}

async function* csvParts(lists: AsyncIterable<readonly MovedMember[]>, wanted: MoveReason | undefined) {
  yield HEADER
  for await (const list of lists) {
    const rows = list
      .filter(({ reason }) => wanted === undefined || reason === wanted)
      .map(({ member, from, to, month, reason }) => [member, from, to, month, reason])
    if (rows.length > 0) yield stringify(rows, { escape_formulas: true, record_delimiter: 'windows' })
  }
}
