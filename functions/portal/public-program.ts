import type { Program } from '#ledger/ledger.ts'
import { beginningOf } from '#ledger/publications.ts'
import { changesOf } from '#program/changes.ts'
import type { PublishedEdition } from '#program/document.ts'

/** The program as anyone may see it (api.md, "Public"). */
export interface ProgramBody {
  readonly edition: number
  readonly effectiveFrom: string
  readonly program: PublishedEdition['document']
  /** Editions that are published but not in force yet, soonest first. */
  readonly announced: readonly EditionNote[]
}

export interface EditionNote {
  readonly edition: number
  readonly effectiveFrom: string
  /** One sentence per change, for people. */
  readonly changes: readonly string[]
}

export interface EditionSummary extends EditionNote {
  readonly publishedAt: string
}

/** One edition, and what is announced beyond it. */
export function programBody(
  program: Program,
  { edition, effectiveFrom, document }: PublishedEdition,
  at: number,
): ProgramBody {
  const later = program.published.filter((other) => beginningOf(other) > at && other.effectiveFrom > effectiveFrom)
  return { edition, effectiveFrom, program: document, announced: later.map((other) => noteOf(program, other)) }
}

/** The history, oldest first. */
export function editionSummaries(program: Program): readonly EditionSummary[] {
  return program.published.map((edition) => ({ ...noteOf(program, edition), publishedAt: edition.publishedAt }))
}

/** When the next edition takes effect (epoch milliseconds); null when none is announced. */
export function nextBeginning({ published }: Program, at: number): number | null {
  return published.map(beginningOf).find((beginning) => beginning > at) ?? null
}

function noteOf({ published }: Program, edition: PublishedEdition): EditionNote {
  const before = published[published.indexOf(edition) - 1]
  return {
    edition: edition.edition,
    effectiveFrom: edition.effectiveFrom,
    changes: before ? changesOf(before.document, edition.document, edition.effectiveFrom) : [],
  }
}
