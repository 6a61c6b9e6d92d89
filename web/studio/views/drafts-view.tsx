import { useState } from 'preact/hooks'
import { monthWords } from '#program/words/date-words.ts'
import { ask } from '../ask.ts'
import type { DraftBody, DraftSummary } from '../draft-body.ts'
import { LONGEST } from '../edit/shape.ts'
import { TextField } from '../fields/text-field.tsx'
import { Answered } from '../frame/answered.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { dayAndTimeWords } from '../keep/keeping-words.ts'

interface DraftsBody {
  readonly items: readonly DraftSummary[]
}

/** What is being written, and a new draft. */
export function DraftsView() {
  const drafts = useAnswer<DraftsBody>('/studio/drafts')
  return (
    <Answered answer={drafts} what="The studio">
      {({ items }) => (
        <>
          <div class="opening">
            <h1>Studio</h1>
            <p class="lead">Words are live as soon as you publish them. Rules change on the first of a month.</p>
          </div>
          <section class="section first aside" aria-labelledby="new">
            <h2 id="new">A new draft</h2>
            <NewDraft />
          </section>
          <section class="section first aside" aria-labelledby="drafts">
            <h2 id="drafts">Drafts</h2>
            {items.length === 0 ? <p>There is none yet.</p> : <DraftList items={items} />}
          </section>
        </>
      )}
    </Answered>
  )
}

/** Begins a draft from the latest edition, and opens it. */
function NewDraft() {
  const [title, setTitle] = useState('')
  const [said, say] = useState('')
  const create = async (event: Event) => {
    event.preventDefault()
    if (title.trim() === '') return say('Give it a title, so that others know what it is about.')
    const answer = await ask<DraftBody>('/studio/drafts', { method: 'POST', body: { title: title.trim() } })
    if (answer.kind === 'here') location.assign(`/studio?draft=${encodeURIComponent(answer.body.id)}`)
    else say(answer.kind === 'signed-out' ? 'You are signed out. Sign in and try again.' : answer.detail)
  }
  return (
    <form class="studio-new" autocomplete="off" onSubmit={create}>
      <TextField label="Title" value={title} longest={LONGEST.title} onText={setTitle} />
      <p class="edit-fault" role="status">
        {said}
      </p>
      <p>
        <button class="button" type="submit">
          Begin
        </button>
      </p>
    </form>
  )
}

const STATES = { open: 'being written', submitted: 'submitted', approved: 'approved' } as const
const CHANGES = { nothing: 'changes nothing yet', words: 'changes words alone', rules: 'changes rules' } as const

const DraftList = ({ items }: DraftsBody) => (
  <ul class="facts">
    {items.map(({ id, title, state, changes, base, effectiveFrom, changedAt }) => (
      <li key={id}>
        <a href={`/studio?draft=${encodeURIComponent(id)}`} dir="auto">
          {title}
        </a>
        <p class="soft">
          From edition {base.edition}, {CHANGES[changes]}, {STATES[state]}
          {effectiveFrom !== null && `, for 1 ${monthWords(effectiveFrom)}`}. Changed on{' '}
          {dayAndTimeWords(Date.parse(changedAt))}.
        </p>
      </li>
    ))}
  </ul>
)
