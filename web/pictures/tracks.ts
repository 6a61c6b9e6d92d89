import type { ProgramDocument, RowDocument } from '#program/document.ts'
import { ENGLISH } from '#program/words/english.ts'
import { type MeasureName, measuresOf, needWords, type RowContext } from '#program/words/row-words.ts'
import type { Wording } from '#program/words/wording.ts'

/** A way of qualifying that runs along the ladder: the rows that begin with the same measure (or name the same plan). */
export interface DocumentTrack {
  readonly name: string
  readonly measure: MeasureName
  readonly stops: readonly { readonly rank: number; readonly row: RowDocument; readonly needs: readonly string[] }[]
}

export type Ladder = Pick<ProgramDocument, 'tiers' | 'plans' | 'currency' | 'qualification'>

export const contextOf = ({ plans, currency, qualification }: Ladder): RowContext => ({
  plans: plans ?? [],
  currency,
  qualification,
})

/** The tracks of a program, in the order in which its ladder first names them. */
export function tracksOf(ladder: Ladder, wording: Wording = ENGLISH): readonly DocumentTrack[] {
  const context = contextOf(ladder)
  const tracks = new Map<string, DocumentTrack & { stops: DocumentTrack['stops'][number][] }>()
  ladder.tiers.forEach((tier, rank) => {
    for (const row of tier.qualify ?? []) {
      const measures = measuresOf(row)
      const [measure] = measures
      if (!measure) continue
      const leading = measure === 'plan' ? `plan ${row.plan}` : measure
      // A tier may ask for the same measure twice, alone and together with others: the second is a way of its own.
      const isTaken = tracks.get(leading)?.stops.some((stop) => stop.rank === rank)
      const key = isTaken ? measures.join(' ') : leading
      const names = (isTaken ? measures : [measure]).map((name) => trackName(name, row, context, wording))
      const track = tracks.get(key) ?? { name: wording.and(names), measure, stops: [] }
      track.stops.push({ rank, row, needs: linesOf(row, context, wording) })
      tracks.set(key, track)
    }
  })
  return [...tracks.values()]
}

function trackName(measure: MeasureName, row: RowDocument, { plans }: RowContext, wording: Wording): string {
  if (measure !== 'plan') return wording.track(measure)
  return plans.find((plan) => plan.id === row.plan)?.name ?? row.plan ?? ''
}

/** What a row asks for, a measure a line: "12 orders", "and £500". A plan's track bears its name: the price will do. */
function linesOf(row: RowDocument, context: RowContext, wording: Wording): string[] {
  return measuresOf(row).map((measure, index) => {
    const words = needWords(row, measure, context, wording)
    const short = measure === 'plan' && index === 0 ? words.slice(words.indexOf(', ') + 2) : words
    return index === 0 ? short : wording.also(short)
  })
}
