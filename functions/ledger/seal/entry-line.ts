import type { Leaf } from './leaf.ts'
import { leafHash } from './merkle.ts'
import { commitmentTo, type Opening } from './opening.ts'

/** An entry's line in the archive. Finance's values stand beside the leaf; a person's own are not kept there at all. */
export function entryLine({ text, openings: { finance } }: Leaf): string {
  return JSON.stringify({ leaf: text, ...(finance && { open: { finance } }) })
}

/** What a line of an archive turned out to be. */
export interface ReadLine {
  /** Of its leaf, or of all of it where it is no entry. */
  readonly hash: Buffer
  /** The entry's id; null where it is no entry. */
  readonly id: string | null
  /** What is wrong with it that its hash does not show; null when nothing is. */
  readonly fault: string | null
}

export function readLine(line: string): ReadLine {
  const parsed = parsedLine(line)
  if (!parsed) return { hash: leafHash(line), id: null, fault: 'The line is no entry of an archive.' }
  const { leaf, said, finance } = parsed
  return {
    hash: leafHash(leaf),
    id: typeof said.id === 'string' ? said.id : null,
    fault: faultOf(said.finance, finance),
  }
}

interface ParsedLine {
  readonly leaf: string
  readonly said: { readonly id?: unknown; readonly finance?: unknown }
  readonly finance: Opening | undefined
}

/** Undefined for what {@link entryLine} would not have written, so that nothing can be slipped in beside what is checked. */
function parsedLine(line: string): ParsedLine | undefined {
  try {
    const { leaf, open } = JSON.parse(line) as { leaf: string; open?: { finance?: Opening } }
    const said = JSON.parse(leaf) as ParsedLine['said']
    const finance = open?.finance
    const canonical = finance
      ? JSON.stringify({ leaf, open: { finance: { salt: finance.salt, values: finance.values } } })
      : JSON.stringify({ leaf })
    return line === canonical ? { leaf, said, finance } : undefined
  } catch {
    return undefined
  }
}

function faultOf(commitment: unknown, finance: Opening | undefined): string | null {
  if (commitment === undefined) return finance ? 'It shows figures for finance that it never had.' : null
  if (!finance) return 'Its figures for finance are missing.'
  return commitmentTo(finance) === commitment ? null : 'Its figures for finance were changed.'
}
