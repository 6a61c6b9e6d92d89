import { signInHref } from '../frame/answered.tsx'

/** What to do when the session has ended while somebody typed. */
export function SignedOut({ onTryAgain }: { readonly onTryAgain: () => void }) {
  return (
    <section class="section first studio-alert" aria-labelledby="signed-out">
      <h2 id="signed-out">You are signed out</h2>
      <p>What you typed is kept in this browser. Sign in and it is offered back here; nothing is lost.</p>
      <p class="actions">
        <a class="button" href={signInHref()}>
          Sign in and come back
        </a>
        <button class="button quiet" type="button" onClick={onTryAgain}>
          I have signed in elsewhere
        </button>
      </p>
    </section>
  )
}
