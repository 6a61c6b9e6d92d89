import { csvRows } from './csv-rows.ts'
import { type Customer, meet } from './customers.ts'
import { type Gathering, gather } from './gather.ts'
import { ImportError } from './import-error.ts'
import type { Profile } from './profile.ts'
import { rowReader } from './read-row.ts'
import type { RowReading } from './row-reading.ts'
import type { TimeTerms } from './time-terms.ts'

/** What one reading of the whole file tells beforehand. */
export interface Survey {
  readonly rows: number
  /** How many rows an event has, by its id, where there are several. Empty when each row is an event of its own. */
  readonly parts: ReadonlyMap<string, number>
  /** Whom the profile enrols, by member; empty where it enrols nobody. */
  readonly customers: ReadonlyMap<string, Customer>
}

/**
 * Reads the file to its end before anything is recorded: a file with broken quotes in its last row is refused as a whole,
 * and rows of one event are found however far apart they stand. Throws {@link ImportError}.
 */
export async function survey(file: string, profile: Profile, terms: TimeTerms): Promise<Survey> {
  const read = rowReader(profile, terms)
  const customers = new Map<string, Customer>()
  const counts = new Map<string, number>()
  let rows = 0
  for await (const row of csvRows(file, profile)) {
    rows++
    if (profile.event === 'row' && !profile.enrol) continue
    const reading = read(row)
    if (reading.kind === 'skipped') continue
    if (profile.event !== 'row') counts.set(idOf(reading), (counts.get(idOf(reading)) ?? 0) + 1)
    if (profile.enrol && reading.kind === 'line') meet(customers, reading.line)
  }
  return { rows, parts: new Map([...counts].filter(([, count]) => count > 1)), customers }
}

type Part = Exclude<RowReading, Skipped>
type Skipped = Extract<RowReading, { kind: 'skipped' }>

/** Reads the file again and yields each event with its last row, and every row that is none. Throws {@link ImportError}. */
export async function* gatherings(
  file: string,
  profile: Profile,
  { parts }: Survey,
  terms: TimeTerms,
): AsyncGenerator<Gathering | Skipped> {
  const read = rowReader(profile, terms)
  const open = new Map<string, Part[]>()
  for await (const row of csvRows(file, profile)) {
    const reading = read(row)
    if (reading.kind === 'skipped') {
      yield reading
      continue
    }
    const id = idOf(reading)
    const expected = parts.get(id)
    if (expected === undefined) {
      yield* gather(profile.source, [reading])
      continue
    }
    const together = open.get(id) ?? []
    together.push(reading)
    open.set(id, together)
    if (together.length < expected) continue
    open.delete(id)
    yield* gather(profile.source, together)
  }
  if (open.size > 0) throw new ImportError('The file changed while it was read. Let its export finish, then run again.')
}

const idOf = (part: Part) => (part.kind === 'line' ? part.line.id : part.id)
