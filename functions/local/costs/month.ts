import type { Assumed } from './assumptions.ts'
import { idleMonth, usedMonth } from './idle-month.ts'
import { invoked } from './lambda-time.ts'
import type { Measurements } from './measurements.ts'
import { times, together, type Usage, units } from './usage.ts'
import { pageUsage, pieceUsage, share } from './work.ts'

/** A reading of half a unit reads so many bytes. */
const SCANNED_BYTES = 8192

/** What a month of one member uses, everything that grows with how many there are among it. */
export function memberMonth(measured: Measurements, assumed: Assumed): Usage {
  const piece = (name: Parameters<typeof pieceUsage>[0], often: number) =>
    share(often, pieceUsage(name, measured, assumed))
  const { purchases, inBatches, visits } = assumed
  return together(
    piece('purchase', purchases * (1 - inBatches)),
    piece('purchases100', (purchases * inBatches) / 100),
    piece('tillLookUp', assumed.lookUps),
    piece('redemption', assumed.redemptions),
    ...(['standing', 'trajectory', 'activity'] as const).map((name) => piece(name, visits)),
    piece('signIn', assumed.signIns),
    share(assumed.pageViews + visits, pageUsage(measured, assumed)),
    { activeMembers: units(assumed.active), busEvents: units(assumed.tierChanges) },
    keptOf(measured, assumed),
    gonePast(measured, assumed),
  )
}

/** Bytes of a member and of their entries, in the table and in its indexes. */
export function keptBytes({ uses: { kept } }: Measurements, { purchases, redemptions, monthsKept }: Assumed) {
  const sum = (of: 'tableBytes' | 'indexBytes') =>
    kept.member[of] + kept.address[of] + monthsKept * (purchases * kept.purchase[of] + redemptions * kept.use[of])
  return { tableBytes: sum('tableBytes'), indexBytes: sum('indexBytes') }
}

/** What an impact reads of a member who has so much in the table: all of it in passing, and their uses by the index. */
export const forecastReadUnits = (tableBytes: number): number => tableBytes / SCANNED_BYTES + 0.5

/** What lies there all the month: copies are of the table without its indexes. */
function keptOf(measured: Measurements, assumed: Assumed): Usage {
  const { tableBytes, indexBytes } = keptBytes(measured, assumed)
  const { purchases, redemptions, monthsKept, fileBytes, questions } = assumed
  const files = (purchases + redemptions) * fileBytes * monthsKept
  return {
    tableBytes: units(tableBytes + indexBytes),
    recoveryBytes: units(tableBytes),
    backupBytes: units(tableBytes * measured.stage.backupCopies),
    fileBytes: units(files),
    scannedBytes: units(files * questions),
  }
}

/** Going past everybody: when a month turns, when a draft's impact is worked out, when a month is closed. */
function gonePast(measured: Measurements, assumed: Assumed): Usage {
  const { uses, times: time, stage } = measured
  const { tableBytes } = keptBytes(measured, assumed)
  const { purchases, redemptions, forecasts } = assumed
  const turned = { memoryMb: stage.memoryMb.stream, cpuMicroseconds: time.member.turnedMicroseconds, waitMs: 0 }
  const forecast = { memoryMb: stage.memoryMb.studio, cpuMicroseconds: time.member.forecastMicroseconds, waitMs: 0 }
  return together(
    { readUnits: units(tableBytes / SCANNED_BYTES), ...timeOnly(invoked(turned, assumed)) },
    share(forecasts, { readUnits: units(forecastReadUnits(tableBytes)), ...timeOnly(invoked(forecast, assumed)) }),
    { readUnits: units((purchases + redemptions) * uses.closingReadUnits) },
  )
}

/** Thousands of members share an invocation: their time counts and not its beginning. */
const timeOnly = ({ megabyteMilliseconds = 0n }: Usage): Usage => ({ megabyteMilliseconds })

/** A month of a portal with so many members. */
export function monthUsage(members: bigint, measured: Measurements, assumed: Assumed): Usage {
  const idle = idleMonth(measured, assumed)
  if (members === 0n) return idle
  return together(times(members, memberMonth(measured, assumed)), idle, usedMonth(measured, assumed))
}
