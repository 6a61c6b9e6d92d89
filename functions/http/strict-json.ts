import { jsonPointer } from './json-pointer.ts'
import { type Fault, Problem } from './problem.ts'

const DEEPEST = 32

/** A parsed body, and what in it JSON.parse would have changed without a word. */
export interface StrictJson {
  readonly value: unknown
  /** Names that stand twice in one object or that objects inherit from, numbers that JavaScript cannot hold exactly. */
  readonly faults: readonly Fault[]
}

/**
 * Parses JSON of bytes that came from outside. Throws a 400 problem for what is no UTF-8, no JSON or nested deeper than 32
 * (api.md, "Conventions"). Faults are returned and not thrown, so that one event of a batch does not fail its neighbours.
 */
export function parseStrictJson(bytes: Uint8Array): StrictJson {
  const text = decode(bytes)
  const value = parse(text)
  return { value, faults: scan(text) }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem(400, 'not_utf8', 'The body is not valid UTF-8. Send it in UTF-8.')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem(400, 'not_json', `The body is not JSON${placeOf(error, text)}. Send one JSON value.`)
  }
}

/** The engine's own message would repeat parts of the body; only the position is taken from it, where it names one. */
function placeOf(error: unknown, text: string): string {
  if (text.trim() === '') return ': it is empty'
  if (/end of JSON/i.test(String(error))) return ': it ends too early'
  const position = /position (\d+)/.exec(String(error))?.[1]
  if (position === undefined) return ''
  const lines = text.slice(0, Number(position)).split('\n')
  return `: look at line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]|-?\d[\d.eE+-]*/g

/** An array (`names` null, `at` an index) or an object (`at` a name, null while one is expected) that is still open. */
interface Level {
  readonly names: Set<string> | null
  at: string | number | null
}

/** Walks the tokens of a text that is known to be JSON. */
function scan(text: string): Fault[] {
  const faults: Fault[] = []
  const levels: Level[] = []
  const place = () => jsonPointer(levels.map(({ at }) => at ?? ''))
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1)
    if (token === '{' || token === '[') {
      levels.push(token === '{' ? { names: new Set(), at: null } : { names: null, at: 0 })
      if (levels.length > DEEPEST) throw tooDeep()
    } else if (token === '}' || token === ']') {
      levels.pop()
    } else if (token === ',') {
      if (level) level.at = typeof level.at === 'number' ? level.at + 1 : null
    } else if (level?.names && level.at === null) {
      level.at = JSON.parse(token) as string
      if (level.names.has(level.at)) faults.push(twice(place()))
      else if (level.at === '__proto__') faults.push(ancestor(place()))
      level.names.add(level.at)
    } else if (!token.startsWith('"') && !isExact(token)) {
      faults.push(inexact(place()))
    }
  }
  return faults
}

/** Whether a number of JSON survives as a JavaScript number: 15 digits always do, whole numbers up to 2^53 − 1. */
function isExact(token: string): boolean {
  const value = Number(token)
  if (!Number.isFinite(value)) return false
  if (/^-?\d+$/.test(token)) return Number.isSafeInteger(value)
  const digits = (token.split(/[eE]/)[0] ?? '').replace(/\D/g, '').replace(/^0+/, '')
  return digits.length <= 15 && (value !== 0 || digits === '')
}

const tooDeep = () =>
  new Problem(400, 'too_deep', `The body is nested deeper than ${DEEPEST} levels. Nothing here needs that many.`)

const twice = (pointer: string): Fault => ({
  pointer,
  code: 'duplicate_name',
  detail: 'This name stands twice in one object. Keep one of the two.',
})

const ancestor = (pointer: string): Fault => ({
  pointer,
  code: 'unknown_field',
  detail: 'No field here has this name. Leave it out.',
})

const inexact = (pointer: string): Fault => ({
  pointer,
  code: 'inexact_number',
  detail: 'This number cannot be held exactly. Write fewer digits.',
})
