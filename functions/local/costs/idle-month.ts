import { FACTS } from '#http/count.ts'
import type { Assumed } from './assumptions.ts'
import { invoked } from './lambda-time.ts'
import { logged } from './log-lines.ts'
import type { Measurements } from './measurements.ts'
import { together, type Usage, units } from './usage.ts'
import { share } from './work.ts'

const SECONDS_A_MONTH = 30.4 * 86_400
/** Machines fetch a token each hour. */
const HOURS_A_MONTH = 730
/** How often a function asks a queue that is empty: five ask at once, for 20 seconds each. */
const EMPTY_QUEUE_REQUESTS = (5 * SECONDS_A_MONTH) / 20
/** Functions that read or write the table, each of which has its key opened every five minutes while it works. */
const KEY_USERS = 9
const KEY_REQUESTS = (KEY_USERS * SECONDS_A_MONTH) / 300
/** What a look that finds nothing to do takes of the processor, about. */
const TICK_MICROSECONDS = 20_000
/** Answers by kind and cold starts of five audiences, and the facts that they count. */
const METRICS = 5 * 4 + Object.keys(FACTS).length
/** Those that appear where nobody comes: pages refreshed each hour, how long it took, and its starts. */
const IDLE_METRICS = 3

/** What a stage uses that nobody uses. */
export function idleMonth({ stage }: Measurements, assumed: Assumed): Usage {
  const { publisher: memoryMb } = stage.memoryMb
  const tick = invoked({ memoryMb, cpuMicroseconds: TICK_MICROSECONDS, waitMs: assumed.databaseMs }, assumed)
  return together(
    {
      ...{ firewalls: units(stage.firewalls), firewallRules: units(stage.firewallRules) },
      ...{ keys: units(stage.keys), secrets: units(stage.secrets), machineClients: units(stage.machineClients) },
      ...{ alarms: units(stage.alarmMetrics), dashboards: units(stage.dashboards), metrics: units(IDLE_METRICS) },
      queueRequests: units(stage.polledQueues * EMPTY_QUEUE_REQUESTS),
    },
    share(stage.scheduled, together(tick, logged(0, { isRequest: false }), { readUnits: units(1) })),
  )
}

/** What a stage uses besides as soon as it is used, whatever the number of members. */
export function usedMonth({ times: { publication }, stage }: Measurements, assumed: Assumed): Usage {
  const publishing = invoked(
    { memoryMb: stage.memoryMb.publisher, cpuMicroseconds: publication.milliseconds * 1000, waitMs: assumed.putMs },
    assumed,
  )
  return together(
    { metrics: units(METRICS - IDLE_METRICS), keyRequests: units(KEY_REQUESTS) },
    { machineTokens: units(assumed.machines * HOURS_A_MONTH) },
    share(assumed.publications, together(publishing, { filePuts: units(publication.files) })),
  )
}
