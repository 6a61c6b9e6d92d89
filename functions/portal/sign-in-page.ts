import { html } from 'hono/html'
import type { SignInFailure } from './provider.ts'

export type SignInObstacle = SignInFailure | 'unverified' | 'busy'

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
}

/** The status that goes with each obstacle (api.md, "Conventions"). */
export const STATUS_OF: Readonly<Record<SignInObstacle, 400 | 403 | 503>> = {
  cancelled: 400,
  stale: 400,
  unavailable: 503,
  unverified: 403,
  busy: 503,
}

/** What people see when they could not be signed in; it works without any script. */
export function signInPage(obstacle: SignInObstacle) {
  const { title, text } = WORDS[obstacle]
  return html`<!doctype html>
<html lang="en">
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
      <p><a href="/auth/login">Sign in</a> or <a href="/">go to the first page</a></p>
    </main>
  </body>
</html>`
}

export const SIGN_IN_STYLES = `:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#fbfaf7, #16181a); color: light-dark(#1b1d1f, #ecebe6); }
main { max-width: 36rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
a { color: light-dark(#0b5d4e, #7fd4bf); }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
`
