import { parseBy } from '#http/parse.ts'
import type { Fault } from '#http/problem.ts'
import type { Finding } from '#program/checks/finding.ts'
import type { ProgramCosts, ProgramDocument } from '#program/document.ts'
import { check } from '#studio/check.ts'
import { documentSchema } from '#studio/document-schema.ts'
import { ProgramFault } from './program-fault.ts'
import type { ReadYaml } from './read-yaml.ts'

/** A program as a file says it. */
export interface ProgramFile {
  readonly document: ProgramDocument
  /** Null where the file says nothing of costs: then they stay as they are. */
  readonly costs: ProgramCosts | null
}

/** Every finding about a file, compared with what is published. `known` are the costs of a file that names none. */
export function findingsIn({ value }: ReadYaml, before: ProgramDocument | null, known: ProgramCosts): Finding[] {
  const file = parseBy(documentSchema, value)
  if (!file.ok || file.value.costs) return check(value, [], before)
  const perks = new Set(file.value.perks.map(({ id }) => id))
  const costs = Object.fromEntries(Object.entries(known).filter(([perk]) => perks.has(perk)))
  return check({ ...file.value, costs }, [], before)
}

/** The program in a file. Throws {@link ProgramFault} with everything that is wrong with its form. */
export function programIn({ value, lineOf }: ReadYaml, file: string): ProgramFile {
  const parsed = parseBy(documentSchema, value)
  if (!parsed.ok) throw new ProgramFault(faultLines(parsed.faults, file, lineOf).join('\n'))
  const { costs, ...document } = parsed.value
  // An absent field and one that is undefined are one and the same to the rules.
  return { document: document as ProgramDocument, costs: (costs as ProgramCosts | undefined) ?? null }
}

/** One line each, with the place as compilers name it: "program.yaml:41: …". */
export const findingLines = (findings: readonly Finding[], file: string, lineOf: ReadYaml['lineOf']): string[] =>
  findings.map(
    ({ kind, place, code, message, mend }) =>
      `${file}:${lineOf(place)}: ${kind}: ${message} ${mend} (${code} ${place})`,
  )

/** The same of faults. The month is no part of a file: it is named when that is published. */
export const faultLines = (faults: readonly Fault[], file: string, lineOf: ReadYaml['lineOf']): string[] =>
  faults.map(({ pointer, code, detail }) =>
    pointer === '/effectiveFrom'
      ? `--from: error: ${detail} (${code})`
      : `${file}:${lineOf(pointer)}: error: ${detail} (${code} ${pointer})`,
  )
