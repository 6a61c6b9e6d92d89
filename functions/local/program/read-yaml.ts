import { open } from 'node:fs/promises'
import {
  type Document,
  isAlias,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml'
import { ProgramFault } from './program-fault.ts'

/** As much as the API takes. */
const MOST_BYTES = 1_000_000

/** What a file says, and where in it. */
export interface ReadYaml {
  readonly value: unknown
  /** The line of a JSON Pointer, or of what is nearest to it. */
  readonly lineOf: (pointer: string) => number
}

/**
 * Reads a file of plain YAML 1.2: no anchors, aliases, tags or names that stand twice, so that it says what it shows. Throws
 * {@link ProgramFault} with the line.
 */
export async function readYaml(file: string): Promise<ReadYaml> {
  return parseYaml(decode(await readBytes(file), file), file)
}

export function parseYaml(text: string, file: string): ReadYaml {
  const lines = new LineCounter()
  const document = parsed(text, file, lines)
  const lineAt = (offset: number) => lines.linePos(offset).line
  const [fault] = [...document.errors, ...document.warnings]
  if (fault?.code === 'RESOURCE_EXHAUSTION') throw nestedTooDeeply(file)
  if (fault) throw new ProgramFault(`${file}, line ${lineAt(fault.pos[0])}: ${sentence(fault.message)}`)
  refuseCleverness(document, (offset, what) => new ProgramFault(`${file}, line ${lineAt(offset)}: ${what}`))
  return { value: document.toJS({ maxAliasCount: 0 }), lineOf: (pointer) => lineAt(offsetOf(document, pointer)) }
}

async function readBytes(file: string): Promise<Uint8Array> {
  const opened = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new ProgramFault(`${file} cannot be read (${error.code ?? error.message}). Check its name.`)
  })
  try {
    const { size } = await opened.stat()
    if (size > MOST_BYTES) {
      throw new ProgramFault(`${file} has ${size} bytes, and a program has at most ${MOST_BYTES}. Shorten its texts.`)
    }
    return await opened.readFile()
  } catch (error) {
    if (error instanceof ProgramFault) throw error
    throw new ProgramFault(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Check its name.`)
  } finally {
    await opened.close()
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ProgramFault(`${file} is not valid UTF-8. Save it in UTF-8.`)
  }
}

function parsed(text: string, file: string, lineCounter: LineCounter): Document.Parsed<ParsedNode> {
  try {
    return parseDocument(text, { version: '1.2', schema: 'core', merge: false, prettyErrors: false, lineCounter })
  } catch (error) {
    // The parser goes down level by level, and Node stops it when there are too many.
    if (!(error instanceof RangeError)) throw error
    throw nestedTooDeeply(file)
  }
}

const nestedTooDeeply = (file: string) =>
  new ProgramFault(`${file} is nested too deeply. No program needs more than ten levels.`)

/** What would make a file say something else than it shows, or more than it is long. */
function refuseCleverness(document: Document.Parsed, fault: (offset: number, what: string) => ProgramFault): void {
  visit(document, (_, node) => {
    if (isPair(node) && isScalar(node.key) && node.key.value === '__proto__') {
      throw fault(node.key.range?.[0] ?? 0, 'No field has the name "__proto__". Leave it out.')
    }
    if (!isNode(node)) return
    const offset = node.range?.[0] ?? 0
    if (isAlias(node) || node.anchor !== undefined) {
      throw fault(offset, 'Anchors and aliases (& and *) are not read here. Write it out where it belongs.')
    }
    if (node.tag !== undefined) throw fault(offset, 'Tags (!) are not read here. Leave it out.')
  })
}

/** Where a place begins; of one that is not there, where what should hold it begins. */
function offsetOf(document: Document.Parsed, pointer: string): number {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

const sentence = (message: string) => `${message.replace(/\.$/, '')}.`
