import { readdir, readFile } from 'node:fs/promises'
import { SetupFault } from '../setup-fault.ts'

const FOLDER = new URL('../../finance/sql/', import.meta.url)

/** A question that finance asks often: a file of `functions/finance/sql`. */
export interface Question {
  readonly name: string
  /** What it asks, in a sentence: the file's first line. */
  readonly sentence: string
  readonly sql: string
}

/** All questions, by name. */
export async function questions(): Promise<readonly Question[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(new URL(file, FOLDER), 'utf8')
      return { name: file.replace('.sql', ''), sentence: sql.split('\n')[0]?.replace('-- ', '') ?? '', sql }
    }),
  )
}

/** The question as it is asked with these parameters, by their names in "params". Throws {@link SetupFault}. */
export function withParameters(question: Question, values: Readonly<Record<string, string | undefined>>): string {
  let { sql } = question
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue
    const place = new RegExp(`'[^']*' AS ${name}\\b`)
    if (!place.test(sql))
      throw new SetupFault(`The question "${question.name}" does not ask for ${name}. Leave it out.`)
    sql = sql.replace(place, () => `'${value.replaceAll("'", "''")}' AS ${name}`)
  }
  return sql
}
