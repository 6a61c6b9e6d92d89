import * as z from 'zod'
import { jsonPointer } from './json-pointer.ts'
import { parseBy } from './parse.ts'
import { type Fault, faultyFields } from './problem.ts'
import { shortened } from './text-fault.ts'

/** The parameters in a route's path, by its schema. Throws a 400 problem. */
export function pathParameters<T>(schema: z.ZodType<T> | undefined, values: Readonly<Record<string, string>>): T {
  return parameters(schema, values, 'path')
}

/** The parameters after the ?, by the route's schema. One that stands twice is refused: which of the two was meant? */
export function queryParameters<T>(schema: z.ZodType<T> | undefined, lists: Readonly<Record<string, string[]>>): T {
  const twice = Object.keys(lists).filter((name) => (lists[name]?.length ?? 0) > 1)
  const [first, ...others] = twice.map(standsTwice)
  if (first) throw faultyFields(400, [first, ...others])
  return parameters(schema, Object.fromEntries(Object.entries(lists).map(([name, [value]]) => [name, value])), 'query')
}

/** The headers that a route needs, by its schema. Throws a 400 problem. */
export function headerParameters<T>(schema: z.ZodType<T> | undefined, headers: Headers): T {
  // Without a schema T is what a route without headers of its own says it is: undefined.
  return schema ? parameters(schema, Object.fromEntries(headers), 'header') : (undefined as T)
}

/** What a route without parameters takes. */
const NONE = z.strictObject({}).transform(() => undefined)

function parameters<T>(schema: z.ZodType<T> | undefined, values: Readonly<Record<string, unknown>>, place: string): T {
  const parsed = parseBy(schema ?? NONE, values, [place])
  if (!parsed.ok) throw faultyFields(400, parsed.faults)
  // Without a schema T is what a route without parameters says it is: undefined.
  return parsed.value as T
}

const standsTwice = (name: string): Fault => ({
  pointer: jsonPointer(['query', name]),
  code: 'duplicate_name',
  detail: `The parameter ${shortened(name)} stands twice. Keep one of the two.`,
})
