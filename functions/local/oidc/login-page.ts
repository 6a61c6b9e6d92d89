import { html } from 'hono/html'
import { DEMO_PEOPLE, type DemoPerson } from '../demo-people.ts'

export interface LoginPageOptions {
  /** Where the form is sent to. */
  readonly action: string
  /** What was typed before, when the pair was not good. */
  readonly refused: { readonly email: string } | null
}

/** The embedded provider's only page: a form, and the demo people with one button each. It needs no script. */
export function loginPage({ action, refused }: LoginPageOptions) {
  return page(
    'Sign in',
    html`<h1>Sign in</h1>
      ${refused ? html`<p class="problem" role="alert">This address and password do not belong together. Check both and try again.</p>` : ''}
      <form method="post" action="${action}">
        <label for="email">Email address</label>
        <input id="email" name="email" type="email" autocomplete="username" required value="${refused?.email ?? ''}">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required>
        <button type="submit">Sign in</button>
      </form>
      <h2>The people of the demo</h2>
      <p>This is a demonstration on one machine. Be one of them with one press.</p>
      <ul>${DEMO_PEOPLE.map((person) => personButton(action, person))}</ul>`,
  )
}

/** What people see when the provider cannot go on, such as a form that was left open for too long. */
export function providerProblemPage(detail: string) {
  return page(
    'Signing in did not work',
    html`<h1>Signing in did not work</h1>
      <p>${detail}</p>
      <p><a href="/auth/login">Start again</a> or <a href="/">go to the first page</a></p>`,
  )
}

const personButton = (action: string, { name, email, password, story }: DemoPerson) => html`<li>
  <form method="post" action="${action}">
    <input type="hidden" name="email" value="${email}">
    <input type="hidden" name="password" value="${password}">
    <button class="person" type="submit">Sign in as ${name}</button>
    <span>${story}</span>
  </form>
</li>`

const page = (title: string, body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="/oidc/page.css">
  </head>
  <body>
    <main>${body}</main>
  </body>
</html>`
