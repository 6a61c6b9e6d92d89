import { useState } from 'preact/hooks'
import { LongField } from '../fields/long-field.tsx'
import { Refusal, type Refused } from '../frame/refusal.tsx'
import type { Step } from './next-step.ts'

interface Props {
  readonly steps: readonly Step[]
  /** What publishing will do. */
  readonly before: string
  readonly refused: Refused | null
  /** Whether a step is under way. */
  readonly isBusy: boolean
  readonly onStep: (step: Step, remark: string) => void
}

const WORDS: Readonly<Record<Step, string>> = {
  submit: 'Submit for approval',
  approve: 'Approve',
  return: 'Give it back',
  publish: 'Publish',
}
const LONGEST_REMARK = 2000

/** What the reader can do now. What was written in the remark stays when it did not work. */
export function StepsPart({ steps, before, refused, isBusy, onStep }: Props) {
  const [remark, setRemark] = useState('')
  const hasRemark = steps.includes('approve') || steps.includes('return')
  return (
    <div class="studio-steps">
      {steps.includes('publish') && <p>{before}</p>}
      {hasRemark && (
        <LongField
          label="Remark, which everybody in the studio can read"
          value={remark}
          longest={LONGEST_REMARK}
          rows={2}
          onText={setRemark}
        />
      )}
      <Refusal answer={refused} />
      {steps.length > 0 && (
        <p class="actions">
          {steps.map((step) => (
            <button
              key={step}
              class={step === 'return' ? 'button quiet' : 'button'}
              type="button"
              disabled={isBusy}
              onClick={() => onStep(step, remark)}
            >
              {WORDS[step]}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}
