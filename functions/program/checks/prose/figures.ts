import type { ProgramDocument } from '../../document.ts'
import { formatMoney } from '../../money.ts'
import { andWords } from '../../words/list-words.ts'
import { moneyWords } from '../../words/money-words.ts'
import type { Finding } from '../finding.ts'
import { minorOf } from '../minor-of.ts'
import type { Subject } from '../subject.ts'
import { type Figure, figuresIn } from './figures-in.ts'
import { type RuleFigures, ruleFigures } from './rule-figures.ts'
import { textsOf } from './texts.ts'

/** What prose says of amounts and counts is what the rules say, in every language. */
export function checkFigures({ document }: Subject): Finding[] {
  const rules = ruleFigures(document)
  return textsOf(document).flatMap(({ at, text }) => {
    const strange = figuresIn(text, document.currency).filter((figure) => !isRule(figure, rules, document.currency))
    const [first] = strange
    return first ? [unfounded(at, strange, nearest(first, rules, document))] : []
  })
}

/** An amount may be told in words around it: "1000 in a year" is a threshold of £1,000, too. */
function isRule({ kind, readings }: Figure, { amountsMinor, counts }: RuleFigures, currency: string): boolean {
  return readings.some((reading) => {
    const minor = minorOf(reading, currency)
    return (minor !== null && amountsMinor.has(minor)) || (kind === 'count' && counts.has(Number(reading)))
  })
}

/** The figure of the rules that was probably meant, as words. */
function nearest({ kind, readings }: Figure, rules: RuleFigures, { currency }: ProgramDocument): string | null {
  const meant = kind === 'amount' ? minorOf(readings[0] ?? '', currency) : Number(readings[0])
  const [best] = [...(kind === 'amount' ? rules.amountsMinor : rules.counts)]
    .filter((figure) => figure > 0)
    .sort((one, other) => Math.abs(one - (meant ?? 0)) - Math.abs(other - (meant ?? 0)))
  if (best === undefined) return null
  return kind === 'amount' ? moneyWords(formatMoney(best, currency), currency) : String(best)
}

function unfounded(at: string, figures: readonly Figure[], instead: string | null): Finding {
  const said = andWords([...new Set(figures.map(({ words }) => `“${words}”`))])
  return {
    ...{ kind: 'warning', place: at, code: 'figure_without_rule' },
    message: `This says ${said}, and no rule does.`,
    mend:
      instead === null ? 'Take the figure out.' : `Write what a rule says, such as ${instead}, or take the figure out.`,
  }
}
