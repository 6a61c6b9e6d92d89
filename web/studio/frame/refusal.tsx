import type { Answer } from '../ask.ts'
import { signInHref } from './answered.tsx'

/** An answer that was not the wished one. */
export type Refused = Exclude<Answer<never>, { readonly kind: 'here' }>

/** Why something did not happen, and what to do; everything else stays on the screen. */
export function Refusal({ answer }: { readonly answer: Refused | null }) {
  return (
    <div role="status" class="studio-refusal">
      {answer && (
        <p class="edit-fault">
          {answer.kind === 'signed-out' ? (
            <>
              You are signed out. <a href={signInHref()}>Sign in and come back</a>, then try again.
            </>
          ) : (
            answer.detail
          )}
        </p>
      )}
      {answer?.kind === 'refused' && (answer.status === 412 || answer.status === 409) && (
        <p>
          <button class="edit-action" type="button" onClick={() => location.reload()}>
            Read it again
          </button>
        </p>
      )}
    </div>
  )
}
