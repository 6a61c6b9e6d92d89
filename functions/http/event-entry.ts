import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import type { Context } from 'aws-lambda'
import { type Count, countIn } from './count.ts'
import { loggable } from './loggable.ts'

/** Whom a room tells of what happened. */
export interface Told {
  readonly count: Count
  /** Of an error that the room goes on after. `what` is a fixed sentence. */
  readonly report: (what: string, error: unknown) => void
  /** How long the call may still take, in milliseconds. */
  readonly remainingMs: () => number
}

/** What a call ends with that failed in a way nobody foresaw: Lambda logs what it says, so it says nothing. */
class Unforeseen extends Error {
  override readonly name = 'Unforeseen'
}

/**
 * The Lambda handler of a room that is called by events and not by requests: by a schedule, a stream, a queue or another
 * function. Events are never logged, for they hold personal data, nor is what errors say, which may quote them; but those
 * that are `meant` for the caller pass as they are. What is counted is written when the call is over, also when it failed.
 */
export function eventEntry<Event, Answer>(
  room: string,
  work: (event: Event, told: Told) => Promise<Answer>,
  meant: (error: unknown) => boolean = () => false,
) {
  const logger = new Logger({ serviceName: room })
  const metrics = new Metrics({ serviceName: room })
  const told: Omit<Told, 'remainingMs'> = {
    count: countIn(metrics),
    report: (what, error) => logger.error(what, { error: loggable(error) }),
  }
  return async (event: Event, context: Context): Promise<Answer> => {
    logger.addContext(context)
    try {
      return await work(event, { ...told, remainingMs: () => context.getRemainingTimeInMillis() })
    } catch (error) {
      if (meant(error)) throw error
      told.report('An error that nobody foresaw', error)
      throw new Unforeseen('The call failed; the line before says where.')
    } finally {
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics()
    }
  }
}
