import { jsonPointer } from './json-pointer.ts'
import { parseBy, unknownFields } from './parse.ts'
import { type Fault, faultyFields } from './problem.ts'
import { loaded, type Schema } from './schema.ts'
import { shortened } from './text-fault.ts'

/** The parameters in a route's path, by its schema. Throws a 400 problem. */
export function pathParameters<T>(schema: Schema<T> | undefined, values: Readonly<Record<string, string>>): Promise<T> {
  return parameters(schema, values, 'path')
}

/** The parameters after the ?, by the route's schema. One that stands twice is refused: which of the two was meant? */
export async function queryParameters<T>(
  schema: Schema<T> | undefined,
  lists: Readonly<Record<string, string[]>>,
): Promise<T> {
  const twice = Object.keys(lists).filter((name) => (lists[name]?.length ?? 0) > 1)
  const [first, ...others] = twice.map(standsTwice)
  if (first) throw faultyFields(400, [first, ...others])
  return parameters(schema, Object.fromEntries(Object.entries(lists).map(([name, [value]]) => [name, value])), 'query')
}

/** The headers that a route needs, by its schema. Throws a 400 problem. */
export async function headerParameters<T>(schema: Schema<T> | undefined, headers: Headers): Promise<T> {
  // Without a schema T is what a route without headers of its own says it is: undefined.
  return schema ? parameters(schema, Object.fromEntries(headers), 'header') : (undefined as T)
}

async function parameters<T>(
  schema: Schema<T> | undefined,
  values: Readonly<Record<string, unknown>>,
  place: string,
): Promise<T> {
  if (!schema) return none(values, place) as T
  const parsed = parseBy(await loaded(schema), values, [place])
  if (!parsed.ok) throw faultyFields(400, parsed.faults)
  return parsed.value
}

/** Without a schema the type of the parameters is what a route without any says it is: undefined. */
function none(values: Readonly<Record<string, unknown>>, place: string): undefined {
  const [first, ...others] = unknownFields(Object.keys(values), [place])
  if (first) throw faultyFields(400, [first, ...others])
}

const standsTwice = (name: string): Fault => ({
  pointer: jsonPointer(['query', name]),
  code: 'duplicate_name',
  detail: `The parameter ${shortened(name)} stands twice. Keep one of the two.`,
})
