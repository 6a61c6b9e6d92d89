import { useState } from 'preact/hooks'
import { Answered } from '../frame/answered.tsx'
import type { ViewProps } from '../frame/view.ts'
import type { ImpactBody } from '../impact/impact-body.ts'
import { CostPart, FlowPart, MovesPart, ReachPart } from '../impact/impact-parts.tsx'
import { impactSentences, progressSentence } from '../impact/impact-words.ts'
import { useImpact } from '../impact/use-impact.ts'

/** What a draft would do: to whose tier, when and why, and to what perks cost. */
export function ImpactView({ draft }: ViewProps) {
  const [attempt, setAttempt] = useState(0)
  const { body, trouble } = useImpact(draft ?? '', attempt)
  if (!body) return <Answered answer={trouble} what="What the draft would do" children={() => null} />
  return (
    <>
      <div class="studio-head">
        <h1>What it would do</h1>
        {body.isDone ? <Lead body={body} /> : <Progress body={body} />}
        {trouble && (
          <p role="alert">
            {trouble.kind === 'signed-out'
              ? 'You are signed out. Sign in again in another tab, then go on.'
              : trouble.detail}{' '}
            <button class="button" type="button" onClick={() => setAttempt(attempt + 1)}>
              Go on
            </button>
          </p>
        )}
      </div>
      {body.isDone && <Figures body={body} />}
    </>
  )
}

function Lead({ body }: { readonly body: ImpactBody }) {
  const [first, ...others] = impactSentences(body)
  return (
    <div class="impact-lead" role="status">
      <p class="lead">{first}</p>
      {others.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

function Progress({ body }: { readonly body: ImpactBody }) {
  return (
    <>
      <p class="lead" id="impact-progress" role="status">
        {progressSentence(body)}
      </p>
      <progress
        class="impact-progress"
        value={body.done}
        max={Math.max(1, body.members)}
        aria-labelledby="impact-progress"
      />
    </>
  )
}

const Figures = ({ body }: { readonly body: ImpactBody }) => (
  <>
    <FlowPart body={body} />
    <MovesPart body={body} />
    <ReachPart body={body} />
    <CostPart body={body} />
    <section class="section" aria-labelledby="assumed">
      <h2 id="assumed">On what this rests</h2>
      <ul class="lines prose">
        {body.assumptions.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  </>
)
