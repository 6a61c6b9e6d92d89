import { checkProgram } from '#program/checks/check-program.ts'
import type { Finding } from '#program/checks/finding.ts'
import type { ProgramDocument } from '#program/document.ts'
import type { Content } from './content.ts'
import { checkShape } from './shape.ts'

/** What is found here, where nobody knows what perks cost. */
function foundHere(content: Content, before: ProgramDocument): readonly Finding[] {
  const found = checkProgram({ document: content.document, costs: {}, before })
  return [...checkShape(content), ...found.filter(({ place }) => !place.startsWith('/costs'))]
}

/** What was found on the other side, which knows the costs and the calendar, and could not be found here. */
export function foundThereAlone(
  saved: Content,
  before: ProgramDocument,
  findings: readonly Finding[],
): readonly Finding[] {
  const here = new Set(foundHere(saved, before).map(warningName))
  return findings.filter((finding) => !here.has(warningName(finding)))
}

/**
 * Everything that is to be said about what is written now, errors first: found while it is typed, and what was found on
 * the other side alone when it was last saved. `before` is the edition that it is compared with.
 */
export function findingsOf(
  content: Content,
  before: ProgramDocument,
  thereAlone: readonly Finding[],
): readonly Finding[] {
  const here = foundHere(content, before)
  const known = new Set(here.map(warningName))
  const findings = [...here, ...thereAlone.filter((finding) => !known.has(warningName(finding)))]
  return ['error', 'warning', 'note'].flatMap((kind) => findings.filter((finding) => finding.kind === kind))
}

/** How a warning is named where its explanation is kept. */
export const warningName = ({ code, place }: Finding): string => `${code} ${place}`
