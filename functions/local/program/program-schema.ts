import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import * as z from 'zod'
import { documentSchema } from '#studio/document-schema.ts'

/** Where the JSON Schema is kept that editors complete and check by. */
export const SCHEMA_FILE = join(import.meta.dirname, '..', '..', 'studio', 'program.schema.json')

/** The JSON Schema of a program file, made from the very schema that it is read by; draft 7 is what editors know. */
export function programSchema(): string {
  const schema = z.toJSONSchema(documentSchema, { io: 'input', target: 'draft-7' })
  return `${JSON.stringify({ title: 'A loyalty program', ...schema }, null, 2)}\n`
}

export const writeSchema = (): Promise<void> => writeFile(SCHEMA_FILE, programSchema())

export const keptSchema = (): Promise<string> => readFile(SCHEMA_FILE, 'utf8')

/** The path of the schema as seen from a file (or, without one, from the working directory). */
export function schemaFrom(file: string | null): string {
  const path = relative(file === null ? process.cwd() : dirname(resolve(file)), SCHEMA_FILE)
  return path.startsWith('.') ? path : `./${path}`
}
