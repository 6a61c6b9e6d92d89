import { useState } from 'preact/hooks'
import { dayWords } from '#program/words/date-words.ts'
import { type Answer, ask } from '../ask.ts'
import type { DraftBody } from '../draft-body.ts'
import { focusOn } from '../frame/focus.ts'
import type { Refused } from '../frame/refusal.tsx'
import { viewHref } from '../frame/view-href.ts'
import { dayAndTimeWords } from '../keep/keeping-words.ts'
import { CostsPart } from './costs-part.tsx'
import { nextStep, type Step } from './next-step.ts'
import type { Opened } from './open-decision.ts'
import { OutcomePart } from './outcome-part.tsx'
import { beforePublishing, type Published } from './publishing-words.ts'
import { StepsPart } from './steps-part.tsx'
import { WayPart } from './way-part.tsx'
import { WhatChanges } from './what-changes.tsx'

/** A draft on its way to being published: who does the next step, and everything that the decision rests on. */
export function Decision({ draft: opened, reader, editions }: Opened) {
  const [draft, setDraft] = useState(opened)
  const [published, setPublished] = useState<Published | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const next = nextStep(draft, reader)
  const take = async (step: Step, remark: string) => {
    setBusy(true)
    const answer = await sent(draft, step, remark)
    setBusy(false)
    setRefused(answer.kind === 'here' ? null : answer)
    if (answer.kind !== 'here') return
    if ('seconds' in answer.body) setPublished(answer.body)
    else setDraft(answer.body)
    focusOn('decision')
  }
  if (published) return <OutcomePart draft={draft} published={published} />
  return (
    <>
      <div class="studio-head">
        <h1 id="decision" tabIndex={-1} dir="auto">
          {draft.title}
        </h1>
        <p class="lead" role="status">
          {next.sentence}
        </p>
        {draft.returned && (
          <p class="studio-remark">
            {draft.returned.by} gave it back on {dayAndTimeWords(Date.parse(draft.returned.at))}
            {draft.returned.remark === '' ? '.' : ': '}
            <q dir="auto">{draft.returned.remark}</q>
          </p>
        )}
        {next.isToMend && (
          <p class="actions">
            <a class="button quiet" href={`${viewHref('editor', draft.id)}#findings`}>
              See them in the draft
            </a>
          </p>
        )}
        <StepsPart
          key={draft.state}
          steps={next.steps}
          before={beforePublishing(draft, editions)}
          refused={refused}
          isBusy={isBusy}
          onStep={(step, remark) => void take(step, remark)}
        />
        <Facts draft={draft} />
      </div>
      <WayPart draft={draft} />
      <WhatChanges draft={draft} />
      <CostsPart draft={draft} reader={reader} />
    </>
  )
}

function sent({ id, version }: DraftBody, step: Step, remark: string): Promise<Answer<DraftBody | Published>> {
  const body = step === 'approve' || step === 'return' ? { body: { remark: remark.trim() } } : {}
  return ask<DraftBody | Published>(`/studio/drafts/${encodeURIComponent(id)}/${step}`, {
    method: 'POST',
    version,
    ...body,
  })
}

const Facts = ({ draft }: { readonly draft: DraftBody }) => (
  <dl class="studio-facts">
    <div>
      <dt>Begun from</dt>
      <dd>Edition {draft.base.edition}</dd>
    </div>
    <div>
      <dt>Changes</dt>
      <dd>{draft.changes === 'nothing' ? 'Nothing yet' : draft.changes === 'words' ? 'Words alone' : 'Rules'}</dd>
    </div>
    {draft.changes === 'rules' && (
      <div>
        <dt>In force from</dt>
        <dd>{draft.effectiveFrom === null ? 'Not chosen yet' : dayWords(`${draft.effectiveFrom}-01`)}</dd>
      </div>
    )}
    {draft.approved && draft.approved.remark !== '' && (
      <div>
        <dt>Remark of {draft.approved.by}</dt>
        <dd dir="auto">{draft.approved.remark}</dd>
      </div>
    )}
  </dl>
)
