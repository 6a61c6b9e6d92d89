import { firstWords } from '#program/first-word.ts'
import { fold } from '#program/fold.ts'
import { standing } from '#program/standing.ts'
import type { MemberSums } from '#program/sums.ts'
import { asExpected, meets } from './expectation.ts'
import type { Expected, Vector } from './vector.ts'

/** An ask whose answer is not what the case expects. */
export interface Miss {
  readonly asOf: string
  /** Which of the ways of getting at the sums it was. */
  readonly way: string
  readonly expected: Expected
  /** What came instead; a sentence when there was no answer at all. */
  readonly actual: Expected | string
}

/** The sums that count at an instant, by one way or several; the rules must answer alike from each. */
export type SumsAsOf = (asOf: number) => Promise<readonly Way[]>

export interface Way {
  readonly way: string
  readonly sums: MemberSums
}

/** The sums of a case by the pure fold of its events. */
export function byFold(vector: Vector): SumsAsOf {
  const { events } = firstWords(vector.arrived)
  const timeZone = vector.editions[0]?.timeZone ?? ''
  return async (asOf) => [
    {
      way: 'fold of the events',
      sums: fold(
        events.filter((event) => event.time <= asOf),
        timeZone,
      ),
    },
  ]
}

/** Asks everything a case asks, of the sums as they come. A fault is a miss of that ask, not the end of the run. */
export async function missesOf(vector: Vector, sumsAsOf: SumsAsOf): Promise<Miss[]> {
  const misses: Miss[] = []
  for (const { asOf, expect: expected } of vector.asks) {
    const at = Date.parse(asOf)
    try {
      for (const { way, sums } of await sumsAsOf(at)) {
        const actual = asExpected(standing(sums, vector.editions, at))
        if (!meets(expected, actual)) misses.push({ asOf, way, expected, actual })
      }
    } catch (error) {
      misses.push({ asOf, way: 'no answer', expected, actual: (error as Error).message })
    }
  }
  return misses
}
