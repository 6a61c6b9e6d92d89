import type * as z from 'zod'
import { jsonPointer } from './json-pointer.ts'
import type { Fault } from './problem.ts'
import { shortened } from './text-fault.ts'

/** What a schema made of a value from outside: the value, or every fault with its place in words. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly [Fault, ...Fault[]] }

/** Parses a value by its schema. `at` is put in front of the pointers: ['query'] for `/query/asOf`. */
export function parseBy<T>(schema: z.ZodType<T>, value: unknown, at: readonly PropertyKey[] = []): Parsed<T> {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return { ok: true, value: result.data }
  const [first, ...others] = result.error.issues.flatMap((issue) => faultsOf(issue, at))
  if (!first) throw new Error('A schema refused a value without saying why.')
  return { ok: false, faults: [first, ...others] }
}

type Issue = z.core.$ZodIssue

function faultsOf(issue: Issue, at: readonly PropertyKey[]): Fault[] {
  const path = [...at, ...issue.path]
  if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys, path)
  const { code, detail } = sentenceOf(issue)
  return [{ pointer: jsonPointer(path), code, detail: `${nameOf(path)}: ${detail}` }]
}

function sentenceOf(issue: Issue): Omit<Fault, 'pointer'> {
  if (issue.code === 'custom') return { code: String(issue.params?.code ?? 'invalid'), detail: issue.message }
  if (issue.input === undefined) return { code: 'missing', detail: 'It is missing. Add it.' }
  switch (issue.code) {
    case 'invalid_type':
      return {
        code: 'wrong_type',
        detail: `It must be ${TYPES[issue.expected] ?? issue.expected}, ${given(issue.input)}.`,
      }
    case 'invalid_value':
      return {
        code: 'wrong_value',
        detail: `It must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}.`,
      }
    case 'invalid_union':
      return { code: 'wrong_value', detail: `It must be one of ${choices(issue)}.` }
    case 'too_small':
      return { code: 'too_small', detail: `${sized(issue.origin)} at least ${issue.minimum}${unitOf(issue.origin)}.` }
    case 'too_big':
      return { code: 'too_big', detail: `${sized(issue.origin)} at most ${issue.maximum}${unitOf(issue.origin)}.` }
    default:
      return { code: 'invalid', detail: `${issue.message}.` }
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string in quotes',
  int: 'a whole number without quotes',
  number: 'a whole number without quotes',
  object: 'an object in braces',
  record: 'an object in braces',
  array: 'a list in brackets',
  boolean: 'true or false',
}

const given = (input: unknown) =>
  `not ${input === null ? 'null' : Array.isArray(input) ? 'a list' : typeof input === 'number' ? 'this number' : `a ${typeof input}`}`

const sized = (origin: string) => (origin === 'array' || origin === 'string' ? 'It must have' : 'It must be')

const unitOf = (origin: string) => (origin === 'array' ? ' entries' : origin === 'string' ? ' characters' : '')

function choices(issue: Issue): string {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : []
  return options.length === 0 ? 'the kinds described' : options.map((option) => JSON.stringify(option)).join(', ')
}

/** The faults of fields that nobody asked for; `at` is where they stand. */
export const unknownFields = (names: readonly string[], at: readonly PropertyKey[]): Fault[] =>
  names.map((name) => unknownField([...at, name]))

function unknownField(path: readonly PropertyKey[]): Fault {
  return {
    pointer: jsonPointer(path),
    code: 'unknown_field',
    detail: `${nameOf(path)} is not a field that is known here. Leave it out, or correct its name.`,
  }
}

/** The last name in a path; an entry of a list goes by the name of its list. */
function nameOf(path: readonly PropertyKey[]): string {
  const names = path.filter((part) => typeof part === 'string').slice(-1)
  return shortened(names[0] ?? 'The body')
}
