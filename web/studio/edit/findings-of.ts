import { checkProgram } from '#program/checks/check-program.ts'
import type { Finding } from '#program/checks/finding.ts'
import type { ProgramDocument } from '#program/document.ts'
import type { Content } from './content.ts'
import { checkShape } from './shape.ts'

/** What only the other side can judge, with the costs and the calendar at hand. */
const isTheirs = ({ place, code }: Finding) => place.startsWith('/costs') || THEIR_CODES.has(code)
const THEIR_CODES: ReadonlySet<string> = new Set(['no_cost', 'unknown_perk'])

/**
 * Everything that is to be said about what is written now: found here while it is typed, and what was found on the other
 * side when it was last saved and cannot be found here. `before` is the edition that it is compared with.
 */
export function findingsOf(
  content: Content,
  before: ProgramDocument | null,
  theirs: readonly Finding[],
): readonly Finding[] {
  const mine = checkProgram({ document: content.document, costs: {}, before }).filter((finding) => !isTheirs(finding))
  const found = [...checkShape(content), ...mine]
  const known = new Set(found.map(({ code }) => code))
  const more = theirs.filter((finding) => isTheirs(finding) && !known.has(finding.code))
  return ['error', 'warning', 'note'].flatMap((kind) => [...found, ...more].filter((finding) => finding.kind === kind))
}

/** How a warning is named where its explanation is kept. */
export const warningName = ({ code, place }: Finding): string => `${code} ${place}`
