import { useState } from 'preact/hooks'
import { ask } from '../ask.ts'
import type { DraftBody } from '../draft-body.ts'
import { LONGEST } from '../edit/shape.ts'
import type { EditionRow } from '../editions/edition-row.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { Refusal, type Refused } from '../frame/refusal.tsx'
import { viewHref } from '../frame/view-href.ts'

/** Begins a draft from the latest edition or an earlier one, and opens it. */
export function NewDraft({ editions }: { readonly editions: readonly EditionRow[] }) {
  const [title, setTitle] = useState('')
  const [from, setFrom] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const standing = editions.filter(({ state, isLatestRevision }) => isLatestRevision && state !== 'withdrawn')
  const choices = standing.toReversed().map(({ edition, state }, index) => {
    return [index === 0 ? '' : String(edition), `Edition ${edition}, ${state}`] as const
  })
  const create = async (event: Event) => {
    event.preventDefault()
    if (title.trim() === '') return setRefused(NO_TITLE)
    const body = { title: title.trim(), ...(from !== '' && { from: Number(from) }) }
    const answer = await ask<DraftBody>('/studio/drafts', { method: 'POST', body })
    if (answer.kind === 'here') location.assign(viewHref('editor', answer.body.id))
    else setRefused(answer)
  }
  return (
    <form class="studio-new" autocomplete="off" onSubmit={create}>
      <TextField label="Title" value={title} longest={LONGEST.title} onText={setTitle} />
      {choices.length > 1 && <ChoiceField label="Begin from" value={from} choices={choices} onChoice={setFrom} />}
      <Refusal answer={refused} />
      <p>
        <button class="button" type="submit">
          Begin
        </button>
      </p>
    </form>
  )
}

const NO_TITLE: Refused = {
  kind: 'refused',
  status: 422,
  detail: 'Give it a title, so that others know what it is about.',
}
