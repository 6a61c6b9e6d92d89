import { DatabaseError } from './dynoxide.ts'
import { type House, startHouse } from './house.ts'
import { printedWelcome } from './printed-welcome.ts'
import { settingsOf } from './settings.ts'
import { SetupFault } from './setup-fault.ts'

let house: House | undefined

// While the house is being built there is nothing to finish: exiting ends what it has started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void (house?.stop() ?? Promise.resolve()).finally(() => process.exit(0)))
}

try {
  const { port, dataDir } = settingsOf(process.env)
  house = await startHouse({
    port,
    dataDir,
    now: () => Date.now(),
    tell: (line) => console.log(line),
    report: (error, requestId) => console.error(`Request ${requestId} failed:`, error),
  })
  console.log(printedWelcome(house.origin, dataDir))
} catch (error) {
  const isForeseen = error instanceof SetupFault || error instanceof DatabaseError
  console.error(isForeseen ? error.message : error)
  process.exit(1)
}
