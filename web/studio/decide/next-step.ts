import type { Finding } from '#program/checks/finding.ts'
import { countWords } from '#program/words/list-words.ts'
import type { DraftBody } from '../draft-body.ts'
import { checkMonth } from '../edit/check-month.ts'
import { warningName } from '../edit/findings-of.ts'
import type { Reader } from './reader.ts'

export type Step = 'submit' | 'approve' | 'return' | 'publish'

/** What comes next for a draft. */
export interface NextStep {
  /** Who does it, and why it is not somebody else. */
  readonly sentence: string
  /** What this reader can do now. */
  readonly steps: readonly Step[]
  /** Whether something has to be mended in the draft first. */
  readonly isToMend?: true
}

/** What is to be known of a draft. */
export type Asked = Pick<
  DraftBody,
  'state' | 'changes' | 'author' | 'isMine' | 'findings' | 'explanations' | 'effectiveFrom' | 'earliest'
>

/** Who does the next step with a draft (program.md, "Life of an edition"), as it looks to a reader. */
export function nextStep(draft: Asked, reader: Reader): NextStep {
  switch (draft.changes) {
    case 'nothing':
      return { sentence: 'It changes nothing yet, so there is nothing to publish.', steps: [] }
    case 'words':
      return withWords(draft, reader)
    case 'rules':
      return withRules(draft, reader)
    default:
      return draft.changes satisfies never
  }
}

function withWords(draft: Asked, { mayWrite }: Reader): NextStep {
  const gaps = gapsIn(draft).filter(({ kind }) => kind === 'error')
  if (gaps.length > 0) return { sentence: `${gapsWords(gaps)} before it can be published.`, steps: [], isToMend: true }
  if (!mayWrite) return { sentence: 'It changes words alone. Marketing publishes it, without approval.', steps: [] }
  return {
    sentence: 'It changes words alone, so you can publish it now. Nobody else has to approve it.',
    steps: ['publish'],
  }
}

function withRules(draft: Asked, reader: Reader): NextStep {
  switch (draft.state) {
    case 'open':
      return whileOpen(draft, reader)
    case 'submitted':
      return whenSubmitted(draft, reader)
    case 'approved':
      return whenApproved(reader)
    default:
      return draft.state satisfies never
  }
}

function whileOpen(draft: Asked, { mayWrite }: Reader): NextStep {
  const gaps = gapsIn(draft)
  if (gaps.length > 0) return { sentence: `${gapsWords(gaps)} before it can be submitted.`, steps: [], isToMend: true }
  if (!mayWrite) return { sentence: `It is being written. ${draft.author} submits it when it is ready.`, steps: [] }
  const sentence =
    'It is ready to be submitted. Somebody in finance then approves it; nobody who wrote in it can, and that includes you.'
  return { sentence: draft.isMine ? sentence : sentence.replace(', and that includes you', ''), steps: ['submit'] }
}

function whenSubmitted({ isMine }: Asked, { mayApprove }: Reader): NextStep {
  const others = 'It waits for somebody in finance to approve it.'
  if (mayApprove && !isMine)
    return { sentence: 'It waits for you to approve it or to give it back.', steps: ['approve', 'return'] }
  if (!isMine) return { sentence: others, steps: [] }
  return { sentence: `${others} You wrote in it, so it cannot be you.`, steps: mayApprove ? ['return'] : [] }
}

function whenApproved({ mayWrite, mayApprove }: Reader): NextStep {
  const steps: Step[] = [...(mayWrite ? (['publish'] as const) : []), ...(mayApprove ? (['return'] as const) : [])]
  return {
    sentence: mayWrite ? 'It is approved, so you can publish it.' : 'It is approved. Marketing publishes it.',
    steps,
  }
}

/**
 * What keeps a draft from being handed in: errors, a month that is missing or too early, and warnings that nobody explained.
 * A cost that is missing is finance's to say.
 */
export function gapsIn({ changes, findings, explanations, effectiveFrom, earliest }: Asked): readonly Finding[] {
  const found = findings.filter((finding) => {
    if (finding.kind === 'error') return true
    return finding.kind === 'warning' && finding.code !== 'no_cost' && !explanations[warningName(finding)]?.trim()
  })
  return changes === 'rules' ? [...checkMonth(effectiveFrom, earliest), ...found] : found
}

function gapsWords(gaps: readonly Finding[]): string {
  const errors = gaps.filter(({ kind }) => kind === 'error').length
  const warnings = gaps.length - errors
  const said = [
    ...(errors > 0 ? [`${countWords(errors, 'error')} ${errors === 1 ? 'has' : 'have'} to be mended`] : []),
    ...(warnings > 0
      ? [`${countWords(warnings, 'warning')} ${warnings === 1 ? 'has' : 'have'} to be mended or explained`]
      : []),
  ]
  return said.join(' and ')
}
