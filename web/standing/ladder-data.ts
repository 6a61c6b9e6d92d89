import type { ProgramDocument } from '#program/document.ts'

/** What the page knows of the program before anything is fetched; it is written into the page as JSON. */
export interface LadderData {
  readonly edition: number
  readonly currency: string
  readonly timeZone: string
  readonly qualification: ProgramDocument['qualification']
  readonly tiers: readonly Pick<ProgramDocument['tiers'][number], 'id' | 'name' | 'qualify'>[]
  readonly plans: NonNullable<ProgramDocument['plans']>
}

export const ladderData = (edition: number, document: ProgramDocument): LadderData => ({
  edition,
  currency: document.currency,
  timeZone: document.timeZone,
  qualification: document.qualification,
  tiers: document.tiers.map(({ id, name, qualify }) => ({ id, name, ...(qualify && { qualify }) })),
  plans: document.plans ?? [],
})

/** JSON that cannot end the element it stands in. */
export const inlineJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
