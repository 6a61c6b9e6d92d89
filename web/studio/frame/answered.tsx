import type { ComponentChildren } from 'preact'
import type { Answer } from '../ask.ts'

interface Props<T> {
  readonly answer: Answer<T> | null
  /** What was asked for, at the beginning of a sentence: "The draft". */
  readonly what: string
  readonly children: (body: T) => ComponentChildren
}

/** What came of asking: it, or a sentence that says what to do instead. */
export function Answered<T>({ answer, what, children }: Props<T>) {
  if (answer?.kind === 'here') return <>{children(answer.body)}</>
  if (answer === null) {
    return (
      <div class="opening">
        <h1>Studio</h1>
        <p class="lead" role="status">
          {what} is on its way.
        </p>
      </div>
    )
  }
  if (answer.kind === 'signed-out') {
    return (
      <div class="opening">
        <h1>Sign in to open the studio.</h1>
        <p class="lead">You need an account of the staff that may write the program.</p>
        <p class="actions">
          <a class="button" href={signInHref()}>
            Sign in
          </a>
        </p>
      </div>
    )
  }
  return (
    <div class="opening">
      <h1>{what} cannot be opened.</h1>
      <p class="lead">{answer.detail}</p>
      <p class="actions">
        <button class="button" type="button" onClick={() => location.reload()}>
          Try again
        </button>
      </p>
    </div>
  )
}

/** Where one signs in and comes back to this very place. */
export const signInHref = (): string =>
  `/auth/staff?returnTo=${encodeURIComponent(location.pathname + location.search)}`
