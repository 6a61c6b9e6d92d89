import { FACTS } from '#http/count.ts'
import type { Assumed } from './assumptions.ts'
import { invoked } from './lambda-time.ts'
import { logged } from './log-lines.ts'
import type { Measurements } from './measurements.ts'
import { METERS } from './prices.ts'
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

/** How often a function asks a queue that is empty: five ask at once, for 20 seconds each. */
const EMPTY_QUEUE_REQUESTS = (5 * 30.4 * 86_400) / 20
/** Functions that read or write the table, each of which has its key opened every five minutes while it works. */
const KEY_USERS = 9
const KEY_REQUESTS = (KEY_USERS * 30.4 * 86_400) / 300
/** Answers by kind and cold starts of five audiences, and the facts that they count. */
const METRICS = 5 * 4 + Object.keys(FACTS).length
/** Those that appear where nobody comes: pages refreshed each hour, how long it took, and its starts. */
const IDLE_METRICS = 3

/** What a stage uses that nobody uses. */
export function idleMonth({ stage }: Measurements, assumed: Assumed): Usage {
  const tick = invoked(
    { memoryMb: stage.memoryMb.publisher, cpuMicroseconds: 20_000, waitMs: assumed.databaseMs },
    assumed,
  )
  return together(
    {
      ...{ firewalls: units(stage.firewalls), firewallRules: units(stage.firewallRules) },
      ...{ keys: units(stage.keys), secrets: units(stage.secrets) },
      ...{ alarms: units(stage.alarmMetrics), dashboards: units(stage.dashboards), metrics: units(IDLE_METRICS) },
      queueRequests: units(stage.polledQueues * EMPTY_QUEUE_REQUESTS),
    },
    share(stage.scheduled, together(tick, logged(0, { isRequest: false }), { readUnits: units(1) })),
  )
}

/** What a stage uses that is used, whatever the number of members. */
function usedMonth({ times: { publication }, stage }: Measurements, assumed: Assumed): Usage {
  const publishing = invoked(
    { memoryMb: stage.memoryMb.publisher, cpuMicroseconds: publication.milliseconds * 1000, waitMs: assumed.putMs },
    assumed,
  )
  const HOURS = 730
  return together(
    { metrics: units(METRICS - IDLE_METRICS), keyRequests: units(KEY_REQUESTS) },
    { machineTokens: units(assumed.machines * HOURS) },
    share(assumed.publications, together(publishing, { filePuts: units(publication.files) })),
  )
}

/** A month of a portal with so many members. */
export function monthUsage(members: bigint, measured: Measurements, assumed: Assumed): Usage {
  if (members === 0n) return idleMonth(measured, assumed)
  const all = together(
    times(members, memberMonth(measured, assumed)),
    idleMonth(measured, assumed),
    usedMonth(measured, assumed),
  )
  return Object.fromEntries(METERS.flatMap((meter) => (all[meter] ? [[meter, all[meter]]] : [])))
}
