import { DatabaseError } from './dynoxide.ts'
import { type House, startHouse } from './house.ts'
import { printedWelcome } from './printed-welcome.ts'
import { settingsOf } from './settings.ts'
import { SetupFault } from './setup-fault.ts'

let house: House | undefined
let isStopping = false

/** The first signal finishes what is going on; while the house is being built, or at a second one, exiting ends it all. */
function leave(): void {
  if (house === undefined || isStopping) process.exit(0)
  isStopping = true
  void house.stop().finally(() => process.exit(0))
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)

try {
  const { port, dataDir, offerOrigins } = settingsOf(process.env)
  house = await startHouse({
    port,
    dataDir,
    offerOrigins,
    now: () => Date.now(),
    tell: (line) => console.log(line),
    report: (error, requestId) => console.error(`Request ${requestId} failed:`, error),
  })
  console.log(printedWelcome(house, dataDir))
} catch (error) {
  const isForeseen = error instanceof SetupFault || error instanceof DatabaseError
  console.error(isForeseen ? error.message : error)
  process.exit(1)
}
