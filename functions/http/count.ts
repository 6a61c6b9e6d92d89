import type { Metrics } from '@aws-lambda-powertools/metrics'

/**
 * What is counted for whoever runs a stage, with its unit: facts that matter to an audience, never about whom. The list is
 * closed, so no name of anybody can become the name of a metric. The dashboard shows them by these names.
 */
export const FACTS = {
  standingShown: 'Count',
  signedIn: 'Count',
  signInFailed: 'Count',
  // What became of events: the outcomes of the intake.
  recorded: 'Count',
  duplicate: 'Count',
  conflict: 'Count',
  rejected: 'Count',
  retry: 'Count',
  redeemed: 'Count',
  reversed: 'Count',
  notGranted: 'Count',
  published: 'Count',
  monthClosed: 'Count',
  exported: 'Count',
  // The pages are those of the edition in force, whether or not anything had to change.
  pagesRefreshed: 'Count',
  pagesMilliseconds: 'Milliseconds',
  entriesKept: 'Count',
  tierChangesTold: 'Count',
} as const satisfies Readonly<Record<string, 'Count' | 'Milliseconds'>>

export type Fact = keyof typeof FACTS

/** Counts a fact: once, or as many times (or milliseconds) as is said. */
export type Count = (fact: Fact, times?: number) => void

/** Counts nothing: on one machine, where nobody watches. */
export const uncounted: Count = () => {}

/** Counts in what is written to the log when a call is over; CloudWatch makes metrics of it. */
export function countIn(metrics: Metrics): Count {
  return (fact, times = 1) => {
    if (times > 0) metrics.addMetric(fact, FACTS[fact], times)
  }
}
