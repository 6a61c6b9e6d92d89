import type { Usage } from './usage.ts'
import { units } from './usage.ts'

/** What Lambda itself writes of an invocation, in JSON (`RoomFunction`): its start and its report. */
const PLATFORM_LINES = [
  '{"time":"2026-06-15T12:34:56.789Z","type":"platform.start","record":{"requestId":"00000000-0000-4000-8000-000000000000","version":"12"}}',
  '{"time":"2026-06-15T12:34:56.799Z","type":"platform.report","record":{"requestId":"00000000-0000-4000-8000-000000000000","metrics":{"durationMs":9.123,"billedDurationMs":10,"memorySizeMB":512,"maxMemoryUsedMB":121},"status":"success"}}',
]

/** What the HTTP API writes of a request (`infra/front-door.ts`). */
const ACCESS_LINE =
  '{"requestId":"JKJaXmPLvHcESHA=","at":"15/Jun/2026:12:34:56 +0000","route":"ANY /api/v1/{proxy+}","status":"200","milliseconds":"12","fault":"-"}'

/** What CloudWatch adds to each line by which it counts. */
const LINE_OVERHEAD = 26

/** Months that logs are kept (`infra/room-function.ts`). */
const MONTHS_KEPT = 3

const bytesOf = (...lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length + LINE_OVERHEAD, 0)

/** The logs of an invocation, of which the function itself writes so many bytes, as a rule in one line. */
export function logged(ownBytes: number, { isRequest }: { readonly isRequest: boolean }): Usage {
  const own = ownBytes > 0 ? ownBytes + LINE_OVERHEAD : 0
  const bytes = own + bytesOf(...PLATFORM_LINES, ...(isRequest ? [ACCESS_LINE] : []))
  return { logBytes: units(bytes), logMonths: units(bytes * MONTHS_KEPT) }
}
