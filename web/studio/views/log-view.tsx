import { useState } from 'preact/hooks'
import type * as z from 'zod'
import type { logEntrySchema } from '#studio/publishing-routes.ts'
import { ask } from '../ask.ts'
import { Answered } from '../frame/answered.tsx'
import { Refusal, type Refused } from '../frame/refusal.tsx'
import { useAnswer } from '../frame/use-answer.ts'
import { dayAndTimeWords } from '../keep/keeping-words.ts'

interface LogBody {
  readonly items: readonly z.output<typeof logEntrySchema>[]
  readonly nextCursor: string | null
}

const PATH = '/studio/log?limit=50'

/** Everything that anyone did, newest first. */
export function LogView() {
  const first = useAnswer<LogBody>(PATH)
  return (
    <Answered answer={first} what="The log">
      {(body) => <Log first={body} />}
    </Answered>
  )
}

function Log({ first }: { readonly first: LogBody }) {
  const [{ items, nextCursor }, setShown] = useState(first)
  const [refused, setRefused] = useState<Refused | null>(null)
  const readOn = async () => {
    const answer = await ask<LogBody>(`${PATH}&cursor=${encodeURIComponent(nextCursor ?? '')}`)
    setRefused(answer.kind === 'here' ? null : answer)
    if (answer.kind === 'here')
      setShown({ items: [...items, ...answer.body.items], nextCursor: answer.body.nextCursor })
  }
  return (
    <>
      <div class="opening">
        <h1>Log</h1>
        <p class="lead">Everything that anyone did in the studio, newest first. It is kept for ever.</p>
      </div>
      <section class="section first" aria-label="What was done">
        {items.length === 0 ? (
          <p>Nothing was done yet.</p>
        ) : (
          <ol class="studio-log">
            {items.map(({ id, at, by, detail }) => (
              <li key={id}>
                <time class="soft" dateTime={at}>
                  {dayAndTimeWords(Date.parse(at))}
                </time>
                <span>{by}</span>
                <span dir="auto">{detail}</span>
              </li>
            ))}
          </ol>
        )}
        <Refusal answer={refused} />
        {nextCursor !== null && (
          <p>
            <button class="button quiet" type="button" onClick={() => void readOn()}>
              Show earlier entries
            </button>
          </p>
        )}
      </section>
    </>
  )
}
