import { html } from 'hono/html'
import { BEGINNING_OF, type Door } from './doors.ts'
import type { SignInFailure } from './provider.ts'

export type SignInObstacle = SignInFailure | 'unverified' | 'groupless' | 'busy'

const WORDS: Readonly<Record<SignInObstacle, { readonly title: string; readonly text: string }>> = {
  cancelled: {
    title: 'You are not signed in',
    text: 'Signing in was stopped before it was finished. Nothing has changed.',
  },
  stale: {
    title: 'This sign-in is no longer good',
    text: 'It took longer than ten minutes, was finished in another window, or was not started here. Please start again.',
  },
  unavailable: {
    title: 'Signing in does not work at the moment',
    text: 'Something on our side does not answer. Nothing was lost. Please try again in a few minutes.',
  },
  busy: {
    title: 'Too many people are signing in at once',
    text: 'Nothing was lost. Please try again in a minute.',
  },
  unverified: {
    title: 'Your email address is not confirmed yet',
    text: 'You are recognised by your address, so it has to be proven yours. Follow the link in the message that was sent to you when you registered, then sign in again.',
  },
  groupless: {
    title: 'You have no rights here yet',
    text: 'You signed in as one of the staff, but are in no group that says what you may do. Ask whoever runs this portal to put you into one, then sign in again.',
  },
}

/** The status that goes with each obstacle (api.md, "Conventions"). */
export const STATUS_OF: Readonly<Record<SignInObstacle, 400 | 403 | 503>> = {
  cancelled: 400,
  stale: 400,
  unavailable: 503,
  unverified: 403,
  groupless: 403,
  busy: 503,
}

/**
 * What people see when they could not be signed in; it works without any script. They start again at the `door` they came by;
 * null: at either, for whoever works here would find themselves among the customers otherwise.
 */
export function signInPage(obstacle: SignInObstacle, door: Door | null) {
  const { title, text } = WORDS[obstacle]
  const staff = html`, <a href="${BEGINNING_OF.staff}">sign in as one of the staff</a>`
  return html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="/auth/page.css">
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="${BEGINNING_OF[door ?? 'members']}">Sign in</a>${door === null ? staff : ''} or <a href="/">go to the first page</a></p>
    </main>
  </body>
</html>`
}

/** In AWS these pages stand alone, so they bring the site's colours with them. */
export const SIGN_IN_STYLES = `:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#ffffff, #111317); color: light-dark(#15181d, #eceef1); }
main { max-width: 38rem; padding: 3rem 1rem; margin: 0 auto; }
h1 { font: 500 2.25rem/1.15 Georgia, serif; margin: 0 0 1rem; }
a { color: light-dark(#1f3bc4, #a5b4ff); }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
`
