import type { Assumed } from './assumptions.ts'
import { invoked } from './lambda-time.ts'
import { logged } from './log-lines.ts'
import type { PieceUse, Room } from './measure/measured.ts'
import type { Piece } from './measure/piece.ts'
import type { Measurements } from './measurements.ts'
import { together, type Usage, units } from './usage.ts'

/** The functions that do the work, by piece. */
const ROOM_OF: Readonly<Record<Piece, Room>> = {
  ...{ standing: 'portal', trajectory: 'portal', activity: 'portal', myPerks: 'portal', signIn: 'portal' },
  ...{ deskStanding: 'desk', tillLookUp: 'desk', redemption: 'desk', purchase: 'intake', purchases100: 'intake' },
}

/** Items that a piece writes, which the stream brings to those who follow it: all to the one, and members to the other. */
const RECORDS: Readonly<Partial<Record<Piece, { readonly all: number; readonly members: number }>>> = {
  purchase: { all: 2, members: 1 },
  purchases100: { all: 200, members: 100 },
  // Its month's costs besides.
  redemption: { all: 3, members: 1 },
}

/** The HTTP API counts every 512 kB as a request. */
const API_BYTES = 512 * 1024

/** Everything that one piece of work uses, down to what follows from it. */
export function pieceUsage(piece: Piece, measured: Measurements, assumed: Assumed): Usage {
  const use = measured.uses.pieces[piece]
  const metered = Math.max(1, Math.ceil(Math.max(use.answerBytes, use.sentBytes) / API_BYTES))
  return together(
    { readUnits: units(use.readUnits), writeUnits: units(use.writeUnits) },
    { apiRequests: units(use.requests * metered), ...throughTheEdge(use, assumed) },
    ...Array.from({ length: use.requests }, () => logged(use.logBytes / use.requests, { isRequest: true })),
    ...Array.from({ length: use.requests }, () => ofOneRequest(piece, measured, assumed)),
    streamUsage(piece, measured, assumed),
  )
}

function throughTheEdge({ requests, answerBytes }: PieceUse, { headBytes }: Assumed): Usage {
  return {
    edgeRequests: units(requests),
    edgeBytes: units(answerBytes + requests * headBytes),
    firewallRequests: units(requests),
  }
}

function ofOneRequest(piece: Piece, { uses, times, stage }: Measurements, assumed: Assumed): Usage {
  const { requests } = uses.pieces[piece]
  const { cpuMicroseconds, turns } = times.pieces[piece]
  const provider = piece === 'signIn' ? assumed.providerMs : 0
  const waitMs = (turns * assumed.databaseMs + provider) / requests
  return invoked(
    { memoryMb: stage.memoryMb[ROOM_OF[piece]], cpuMicroseconds: cpuMicroseconds / requests, waitMs },
    assumed,
  )
}

/** What is written goes on to the files for SQL, and to those who are told of tiers. */
function streamUsage(piece: Piece, { times: { record }, stage }: Measurements, assumed: Assumed): Usage {
  const records = RECORDS[piece]
  if (!records) return {}
  const { recordsPerBatch: batch, putMs, databaseMs } = assumed
  const memoryMb = stage.memoryMb.stream
  const kept = invoked({ memoryMb, cpuMicroseconds: batch * record.keptMicroseconds, waitMs: putMs }, assumed)
  const told = invoked({ memoryMb, cpuMicroseconds: batch * record.toldMicroseconds, waitMs: databaseMs }, assumed)
  const log = logged(0, { isRequest: false })
  return together(
    share(records.all / batch, together(kept, log, { filePuts: units(1) })),
    share(records.members / batch, together(told, log)),
  )
}

/** A part of a usage, or several of it; rounded to the millionth of a unit. */
export function share(part: number, usage: Usage): Usage {
  return Object.fromEntries(
    Object.entries(usage).map(([meter, quantity]) => [meter, BigInt(Math.round(part * Number(quantity)))]),
  )
}

/** Calls of functions at the edge for each request: one that finds the page and one that looks at the answer. */
const EDGE_CALLS = 2
/** Finding a page asks the pointer whether it is there and then what it says; files with a hash in their name need none. */
const POINTER_READS = 2

/** A public page, and what a browser lacks of its files. */
export function pageUsage({ times: { page } }: Measurements, { firstViews, missed, headBytes }: Assumed): Usage {
  const mean = (first: number, again: number) => firstViews * first + (1 - firstViews) * again
  const requests = mean(page.first.requests, page.again.requests)
  return {
    edgeRequests: units(requests),
    edgeBytes: units(mean(page.first.bytes, page.again.bytes) + requests * headBytes),
    edgeFunctions: units(requests * EDGE_CALLS),
    pointerReads: units(POINTER_READS),
    firewallRequests: units(requests),
    fileGets: units(requests * missed),
  }
}
