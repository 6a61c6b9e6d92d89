import { parseBy } from '#http/parse.ts'
import type { Fault } from '#http/problem.ts'
import { checkProgram } from '#program/checks/check-program.ts'
import type { Finding } from '#program/checks/finding.ts'
import type { ProgramCosts, ProgramDocument } from '#program/document.ts'
import { documentSchema } from './document-schema.ts'

/** Every finding about a document as it was sent: about its shape alone, or, when that is right, about what it says. */
export function check(value: unknown, found: readonly Fault[], before: ProgramDocument | null): Finding[] {
  const parsed = parseBy(documentSchema, value)
  if (found.length > 0 || !parsed.ok) return [...found, ...(parsed.ok ? [] : parsed.faults)].map(finding)
  const { costs = {}, ...document } = parsed.value
  // An absent field and one that is undefined are one and the same to the rules.
  return checkProgram({ document: document as ProgramDocument, costs: costs as ProgramCosts, before })
}

const finding = ({ pointer, code, detail }: Fault): Finding => ({
  ...{ kind: 'error', place: pointer, code, message: detail },
  mend: 'Bring this part into the form that the program document has.',
})
