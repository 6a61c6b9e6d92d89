import type { Usage } from './usage.ts'
import { units } from './usage.ts'

/** Megabytes at which Lambda gives a function one whole processor; with less it gives that much less of one. */
const WHOLE_PROCESSOR_MB = 1769

/** What a function does in an invocation. */
export interface Invocation {
  readonly memoryMb: number
  /** Of the processor, on the machine that measured. */
  readonly cpuMicroseconds: number
  /** What it waits for besides. */
  readonly waitMs: number
}

interface Machine {
  readonly machineFactor: number
  readonly coldShare: number
  readonly coldMs: number
}

/** Milliseconds of an invocation as they are billed, rounded up to whole ones; a start comes on top. */
export function billedMs({ memoryMb, cpuMicroseconds, waitMs }: Invocation, { machineFactor }: Machine): number {
  const share = Math.min(1, memoryMb / WHOLE_PROCESSOR_MB)
  return Math.ceil((cpuMicroseconds * machineFactor) / share / 1000 + waitMs)
}

/** One invocation, with its share of the starts. */
export function invoked(invocation: Invocation, machine: Machine): Usage {
  const milliseconds = billedMs(invocation, machine) + machine.coldShare * machine.coldMs
  return { invocations: units(1), megabyteMilliseconds: units(invocation.memoryMb * milliseconds) }
}
