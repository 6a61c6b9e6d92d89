import type { StackOutputs } from '../aws/stack-outputs.ts'

/** A queue of what failed for good in a stage, and what is to be known of it. */
export interface StageQueue {
  readonly url: string
  /** What lies in it. */
  readonly title: string
  /** What happens when it is sent again: records of the stream are brought to their function, work goes back to its queue. */
  readonly kind: 'stream' | 'work'
  /** What to do about records that the stream has no more. */
  readonly whenGone: string
}

/** The dead-letter queues of a stage, in the order in which they are told of. */
export function stageQueues(stage: string, { NotKept, NotTold, NotDone }: StackOutputs): readonly StageQueue[] {
  return [
    {
      ...{ url: NotKept, kind: 'stream', title: 'Entries that were not kept as files' },
      whenGone: `They are in the ledger, and missing in Athena. Make their months anew: npm run redrive -- --stage ${stage} --files 2026-05 --yes`,
    },
    {
      ...{ url: NotTold, kind: 'stream', title: 'Writes of which was not told whether a tier changed' },
      whenGone: 'Whoever keeps tiers of their own asks for the standings anew (GET /api/v1/members/{id}/standing).',
    },
    {
      ...{ url: NotDone, kind: 'work', title: 'Parts of the turn of a month that were not done' },
      whenGone: `Turn the month again: npm run redrive -- --stage ${stage} --turn 2026-05 --yes`,
    },
  ]
}
