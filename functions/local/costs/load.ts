import type { Assumed } from './assumptions.ts'
import { billedMs } from './lambda-time.ts'
import type { PieceTime } from './measure/measured.ts'
import type { Piece } from './measure/piece.ts'
import type { Measurements } from './measurements.ts'
import { keptBytes, memberMonth } from './month.ts'

/** What a portal of some size has to bear, in the busiest hour where it is by the second. */
export interface Load {
  readonly edgeRequests: number
  readonly apiRequests: number
  /** Requests to the API that are under way at once. */
  readonly underWay: number
  readonly purchases: number
  readonly redemptions: number
  readonly signIns: number
  readonly writeUnits: number
  /** Readings of all editions, by every function that is warm. */
  readonly editionsReadUnits: number
  /** Of one member who buys as much as the busiest one of the shop whose purchases are known. */
  readonly purchasesOfOne: number
  /** Seconds that each of these takes: looking at everybody when a month turns, foretelling, counting, and closing. */
  readonly turnSeconds: number
  readonly forecastSeconds: number
  readonly censusSeconds: number
  readonly closingSeconds: number
}

const SECONDS_A_MONTH = 30.4 * 86_400

/** The busiest customer of the shop in `assumptions.ts` made 211 of its 18,566 purchases. */
const SHARE_OF_ONE = 211 / 18_566

/** What a page of a scan holds. */
const PAGE_BYTES = 1024 * 1024
/** Items that a forecast looks at in one call, and members whose uses it asks for at once (`functions/ledger/member-cases.ts`). */
const FORECAST_ITEMS = 500
const FORECAST_AT_ONCE = 16
const WHOLE_PROCESSOR_MB = 1769

/** What a member does in a month that asks the API. */
const piecesOf = (assumed: Assumed): Readonly<Partial<Record<Piece, number>>> => ({
  purchase: assumed.purchases * (1 - assumed.inBatches),
  purchases100: (assumed.purchases * assumed.inBatches) / 100,
  ...{ tillLookUp: assumed.lookUps, redemption: assumed.redemptions, signIn: assumed.signIns },
  ...{ standing: assumed.visits, trajectory: assumed.visits, activity: assumed.visits },
})

/** What so many members ask of a portal. */
export function loadOf(members: number, measured: Measurements, assumed: Assumed): Load {
  const { uses, times, stage } = measured
  const peak = (aMonth: number) => (members * aMonth * assumed.peak) / SECONDS_A_MONTH
  const sumOf = (of: (piece: Piece) => number) =>
    Object.entries(piecesOf(assumed)).reduce((sum, [piece, often]) => sum + often * of(piece as Piece), 0)
  const underWay = peak(sumOf((piece) => msOf(times.pieces[piece], measured, assumed) / 1000))
  const [purchases, redemptions] = [peak(assumed.purchases), peak(assumed.redemptions)]
  return {
    edgeRequests: peak(Number(memberMonth(measured, assumed).edgeRequests ?? 0n) / 1e6),
    apiRequests: peak(sumOf((piece) => uses.pieces[piece].requests)),
    ...{ underWay, purchases, redemptions, signIns: peak(assumed.signIns) },
    writeUnits: purchases * uses.pieces.purchase.writeUnits + redemptions * uses.pieces.redemption.writeUnits,
    editionsReadUnits: (underWay / 60) * uses.editionsReadUnits,
    purchasesOfOne: purchases * SHARE_OF_ONE,
    ...secondsOf(members, measured, assumed, WHOLE_PROCESSOR_MB / stage.memoryMb.finance),
  }
}

const msOf = ({ cpuMicroseconds, turns }: PieceTime, { stage }: Measurements, assumed: Assumed) =>
  billedMs({ memoryMb: stage.memoryMb.portal, cpuMicroseconds, waitMs: turns * assumed.databaseMs }, assumed)

/** How long work takes that goes past everybody, one page after another. */
function secondsOf(members: number, measured: Measurements, assumed: Assumed, slower: number) {
  const { times, stage, uses } = measured
  const { tableBytes } = keptBytes(measured, assumed)
  const cpu = (microseconds: number) => (microseconds * slower * assumed.machineFactor) / 1e6
  const entries = assumed.purchases + assumed.redemptions
  const scanned = (members * tableBytes * assumed.scanMs) / PAGE_BYTES / 1000
  const items = members * (2 + assumed.monthsKept * entries)
  const asked = members * Math.min(1, assumed.redemptions * assumed.monthsKept)
  const calls = items / FORECAST_ITEMS + asked / FORECAST_AT_ONCE
  const foretold = cpu(times.member.forecastMicroseconds) * (stage.memoryMb.finance / stage.memoryMb.studio)
  const entryBytes = assumed.purchases * uses.kept.purchase.tableBytes + assumed.redemptions * uses.kept.use.tableBytes
  return {
    turnSeconds: (scanned + members * cpu(times.member.turnedMicroseconds)) / stage.turnsAtOnce,
    forecastSeconds: (calls * assumed.databaseMs) / 1000 + members * foretold,
    censusSeconds: scanned + members * cpu(times.member.countedMicroseconds),
    closingSeconds:
      members * entries * cpu(times.entry.sealedMicroseconds) +
      (members * entryBytes * assumed.scanMs) / PAGE_BYTES / 1000,
  }
}
