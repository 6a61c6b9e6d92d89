import { nearestName } from './nearest-name.ts'

/** Where a setting stands: its name ("domain.certificate"), and what is told of its faults. */
export interface Place {
  readonly name: string
  /** Notes a fault of the setting, a sentence or two; gives the undefined that a reader answers then. */
  readonly fault: (sentence: string) => undefined
  /** The place of a part: "certificate" within "domain". */
  readonly within: (part: string) => Place
}

/** Reads what was said of a setting, undefined if nothing; gives undefined where it noted a fault. */
export type Reader<Value> = (said: unknown, at: Place) => Value | undefined

/** The place of everything. Each fault goes to `note` with the name of its setting. */
export function placeOfAll(note: (name: string, sentence: string) => void): Place {
  const place = (name: string): Place => ({
    name,
    fault: (sentence) => {
      note(name, sentence)
      return undefined
    },
    within: (part) => place(name ? `${name}.${part}` : part),
  })
  return place('')
}

/** A value that `parse` understands; of any other it gives undefined. `write` says what to write instead. */
export const understood =
  <Value>(parse: (said: unknown) => Value | undefined, write: string): Reader<Value> =>
  (said, at) => {
    if (said === undefined) return at.fault(`It is missing. ${write}`)
    return parse(said) ?? at.fault(`It is ${shown(said)}. ${write}`)
  }

/** A text of some shape. */
export const textOf = (shape: RegExp, write: string): Reader<string> =>
  understood((said) => (typeof said === 'string' && shape.test(said) ? said : undefined), write)

/** A number, or one written in digits, as on the command line. */
export const numberOf = (isRight: (value: number) => boolean, write: string): Reader<number> =>
  understood((said) => {
    const value = typeof said === 'string' && /^\d+(?:\.\d+)?$/.test(said) ? Number(said) : said
    return typeof value === 'number' && isRight(value) ? value : undefined
  }, write)

export const wholeFrom = (least: number, most: number): Reader<number> =>
  numberOf(
    (value) => Number.isInteger(value) && value >= least && value <= most,
    `Write a whole number from ${least} to ${most}.`,
  )

const WORDS = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  [false, false],
  ['false', false],
])

export const isSo: Reader<boolean> = understood((said) => WORDS.get(said), 'Write true or false.')

/** What may be left out, and is null then. */
export const orNone =
  <Value>(read: Reader<Value>): Reader<Value | null> =>
  (said, at) =>
    said === undefined || said === null || said === 'null' ? null : read(said, at)

/** What may be left out, and is something usual then. */
export const unlessSaid =
  <Value>(usual: Value, read: Reader<Value>): Reader<Value> =>
  (said, at) =>
    said === undefined ? usual : read(said, at)

/** The readers of a thing's parts. */
export type Readers<Whole> = { readonly [Part in keyof Whole]-?: Reader<Whole[Part]> }

/** A thing of several parts, or its JSON; parts that it does not have are named with what may have been meant. */
export const partsOf =
  <Whole extends object>(readers: Readers<Whole>, write: string): Reader<Whole> =>
  (said, at) => {
    const parts = objectOf(said)
    if (!parts) return at.fault(`It is ${shown(said)}. ${write}`)
    const known = Object.keys(readers) as (keyof Whole & string)[]
    for (const part of Object.keys(parts).filter((name) => !Object.hasOwn(readers, name))) {
      at.within(part).fault(notKnown(part, known))
    }
    const read = known.map((part) => [part, readers[part](own(parts, part), at.within(part))] as const)
    return read.some(([, value]) => value === undefined) ? undefined : (Object.fromEntries(read) as Whole)
  }

/** Says of a name that nothing has it, and which may have been meant. */
export function notKnown(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  return `There is no such setting. ${nearest ? `Write "${nearest}", if that is meant` : `There are ${known.join(', ')}`}.`
}

const own = (parts: Readonly<Record<string, unknown>>, part: string) =>
  Object.hasOwn(parts, part) ? parts[part] : undefined

/** An object, or the one whose JSON it is. */
export function objectOf(said: unknown): Readonly<Record<string, unknown>> | null {
  const value = typeof said === 'string' ? jsonOf(said) : said
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const MOST_SHOWN = 60

/** A value as it may stand in a sentence. */
export function shown(said: unknown): string {
  if (typeof said === 'string') return JSON.stringify(said.length > MOST_SHOWN ? `${said.slice(0, MOST_SHOWN)}…` : said)
  if (Array.isArray(said)) return 'a list'
  return typeof said === 'object' && said !== null ? 'an object' : String(said)
}
