/** The tag that everything of a stage bears (`infra/stage-stacks.ts`). */
export const STAGE_TAG = 'cleartier:stage'

/** A tag, by either of the names that services give its parts. */
interface Tag {
  readonly Key?: string | undefined
  readonly Value?: string | undefined
  readonly TagKey?: string | undefined
  readonly TagValue?: string | undefined
}

/** Whether tags say that a thing is of the stage. One without tags is nobody's, and so not ours to delete. */
export const belongsTo = (stage: string, tags: readonly Tag[] = []): boolean =>
  tags.some(({ Key, TagKey, Value, TagValue }) => (Key ?? TagKey) === STAGE_TAG && (Value ?? TagValue) === stage)
