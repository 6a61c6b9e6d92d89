import { parseBy } from '#http/parse.ts'
import type { Fault } from '#http/problem.ts'
import { checkProgram } from '#program/checks/check-program.ts'
import type { Finding } from '#program/checks/finding.ts'
import type { ProgramCosts, ProgramDocument } from '#program/document.ts'
import { documentSchema } from './document-schema.ts'

const MOST_FINDINGS = 200

/** Every finding about a document as it was sent: about its shape alone, or, when that is right, about what it says. */
export function check(value: unknown, found: readonly Fault[], before: ProgramDocument | null): Finding[] {
  const parsed = parseBy(documentSchema, value)
  const faults = [...found, ...(parsed.ok ? [] : parsed.faults)]
  if (faults.length > 0 || !parsed.ok) return firstOf(faults.map(finding))
  const { costs = {}, ...document } = parsed.value
  // An absent field and one that is undefined are one and the same to the rules.
  return firstOf(checkProgram({ document: document as ProgramDocument, costs: costs as ProgramCosts, before }))
}

/** Nobody reads thousands; how many were left out is said at the end. */
function firstOf(findings: readonly Finding[]): Finding[] {
  if (findings.length <= MOST_FINDINGS) return [...findings]
  const left = findings.length - MOST_FINDINGS
  const message = `There are ${left} more findings, which are not listed.`
  return [
    ...findings.slice(0, MOST_FINDINGS),
    { kind: 'note', place: '', code: 'more_findings', message, mend: 'Mend these first and check again.' },
  ]
}

const finding = ({ pointer, code, detail }: Fault): Finding => ({
  ...{ kind: 'error', place: pointer, code, message: detail },
  mend: 'Bring this part into the form that the program document has.',
})
