import { checkAmounts } from './amounts.ts'
import { checkCosts } from './costs.ts'
import type { Finding } from './finding.ts'
import { checkHeirs } from './heirs.ts'
import { checkIds } from './ids.ts'
import { checkLadder } from './ladder.ts'
import { checkLanguages } from './languages.ts'
import { checkPictures } from './pictures.ts'
import { checkFigures } from './prose/figures.ts'
import { checkHeadlines } from './prose/headlines.ts'
import { checkMarkdown } from './prose/markdown.ts'
import { checkStandardFigures } from './prose/standard-figures.ts'
import { checkRanges } from './ranges.ts'
import { checkStandards } from './standards.ts'
import type { Subject } from './subject.ts'
import { checkTerms } from './terms.ts'
import { checkTranslations } from './translations.ts'
import { checkWays } from './ways.ts'

/**
 * Everything that is to be said about a program document of the right shape (program.md, "Checks"), errors first. Notice
 * and the date of effect are judged when an edition is published, not here.
 */
export function checkProgram(subject: Subject): Finding[] {
  const groups = [
    checkIds,
    checkAmounts,
    checkRanges,
    checkWays,
    checkLadder,
    checkTerms,
    checkStandards,
    checkHeirs,
    checkPictures,
    checkMarkdown,
    checkHeadlines,
    checkFigures,
    checkStandardFigures,
    checkLanguages,
    checkTranslations,
    checkCosts,
  ]
  const findings = groups.flatMap((check) => check(subject))
  return ['error', 'warning', 'note'].flatMap((kind) => findings.filter((finding) => finding.kind === kind))
}
