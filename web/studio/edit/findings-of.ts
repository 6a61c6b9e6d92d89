import { kindOfChange } from '#program/changes/kind-of-change.ts'
import { checkProgram } from '#program/checks/check-program.ts'
import type { Finding } from '#program/checks/finding.ts'
import type { ProgramDocument } from '#program/document.ts'
import { checkMonth } from './check-month.ts'
import type { Content } from './content.ts'
import { checkShape } from './shape.ts'

/** What a draft is compared with. */
export interface Ground {
  /** The edition that it was begun from. */
  readonly before: ProgramDocument
  /** The first month for which rules could be published: "2027-01". */
  readonly earliest: string
}

/** What is found here, where nobody knows what perks cost. */
function foundHere(content: Content, { before, earliest }: Ground): readonly Finding[] {
  const { document, effectiveFrom } = content
  const found = checkProgram({ document, costs: {}, before })
  const isOfRules = kindOfChange(before, document) === 'rules'
  return [
    ...checkShape(content),
    ...(isOfRules ? checkMonth(effectiveFrom, earliest) : []),
    ...found.filter(({ place }) => !place.startsWith('/costs')),
  ]
}

/** What was found on the other side, which knows the costs and the calendar, and could not be found here. */
export function foundThereAlone(saved: Content, ground: Ground, findings: readonly Finding[]): readonly Finding[] {
  const here = new Set(foundHere(saved, ground).map(warningName))
  return findings.filter((finding) => !here.has(warningName(finding)))
}

/**
 * Everything that is to be said about what is written now, errors first: found while it is typed, and what was found on
 * the other side alone when it was last saved.
 */
export function findingsOf(content: Content, ground: Ground, thereAlone: readonly Finding[]): readonly Finding[] {
  const here = foundHere(content, ground)
  const known = new Set(here.map(warningName))
  const findings = [...here, ...thereAlone.filter((finding) => !known.has(warningName(finding)))]
  return ['error', 'warning', 'note'].flatMap((kind) => findings.filter((finding) => finding.kind === kind))
}

/** How a warning is named where its explanation is kept. */
export const warningName = ({ code, place }: Finding): string => `${code} ${place}`
