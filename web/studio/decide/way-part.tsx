import type { DraftBody } from '../draft-body.ts'
import { dayAndTimeWords } from '../keep/keeping-words.ts'

type Asked = Pick<DraftBody, 'changes' | 'state' | 'author' | 'changedAt' | 'returned' | 'approved'>

/** The steps from writing to publishing, with who did those that are done. */
export function WayPart({ draft }: { readonly draft: Asked }) {
  const steps = stepsOf(draft)
  const now = steps.findIndex(({ done }) => done === '')
  return (
    <section class="section first aside" aria-labelledby="way">
      <h2 id="way">Step by step</h2>
      <ol class="studio-way">
        {steps.map(({ name, done }, index) => (
          <li key={name} class={done === '' ? undefined : 'done'} aria-current={index === now ? 'step' : undefined}>
            <strong>{name}</strong>
            <span class="soft">{done === '' ? (index === now ? 'The next step' : 'Later') : done}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** `done` says who did a step; '' for one that is to come. */
function stepsOf({ changes, state, author, changedAt, returned, approved }: Asked) {
  const when = dayAndTimeWords(Date.parse(changedAt))
  const isOpen = state === 'open'
  const written = { name: 'Written', done: isOpen && !returned ? `by ${author}, last on ${when}` : `by ${author}` }
  const published = { name: 'Published', done: '' }
  if (changes !== 'rules') return [written, published]
  return [
    written,
    { name: 'Submitted', done: isOpen ? '' : state === 'submitted' ? `on ${when}` : 'as it stands now' },
    { name: 'Approved', done: approved ? `by ${approved.by} on ${dayAndTimeWords(Date.parse(approved.at))}` : '' },
    published,
  ]
}
