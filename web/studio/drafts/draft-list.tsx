import { dayWords } from '#program/words/date-words.ts'
import type { DraftSummary } from '../draft-body.ts'
import { viewHref } from '../frame/view-href.ts'
import { dayAndTimeWords } from '../keep/keeping-words.ts'

const STATES = {
  open: 'It is being written.',
  submitted: 'It waits for approval.',
  approved: 'It is approved, and can be published.',
} as const
const CHANGES = { nothing: 'Changes nothing yet', words: 'Changes words alone', rules: 'Changes rules' } as const

/** What is being written: what it changes, by whom, and where it is on its way. */
export const DraftList = ({ items }: { readonly items: readonly DraftSummary[] }) => (
  <ul class="facts">
    {items.map((draft) => (
      <OneDraft key={draft.id} draft={draft} />
    ))}
  </ul>
)

function OneDraft({ draft }: { readonly draft: DraftSummary }) {
  const { id, title, state, changes, base, effectiveFrom, author, changedAt, returned } = draft
  const from = changes === 'rules' && effectiveFrom !== null ? ` from ${dayWords(`${effectiveFrom}-01`)}` : ''
  return (
    <li>
      <a href={viewHref('editor', id)} dir="auto">
        {title}
      </a>
      <p>
        {CHANGES[changes]}
        {from}. {STATES[state]}
        {returned && ` ${returned.by} gave it back.`}{' '}
        {state !== 'open' && <a href={viewHref('approval', id)}>See what is next</a>}
      </p>
      <p class="soft small">
        Begun from edition {base.edition}. {author} changed it on {dayAndTimeWords(Date.parse(changedAt))}.
      </p>
    </li>
  )
}
