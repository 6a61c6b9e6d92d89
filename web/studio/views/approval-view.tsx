import { Decision } from '../decide/decision.tsx'
import { openDecision } from '../decide/open-decision.ts'
import { Answered } from '../frame/answered.tsx'
import { useAnswers } from '../frame/use-answer.ts'
import type { ViewProps } from '../frame/view.ts'

/** Submitting, approving and publishing a draft. */
export function ApprovalView({ draft }: ViewProps) {
  const opened = useAnswers((ask) => openDecision(draft ?? '', ask), draft)
  return (
    <Answered answer={opened} what="The draft">
      {(body) => <Decision {...body} />}
    </Answered>
  )
}
