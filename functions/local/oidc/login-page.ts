import { html } from 'hono/html'
import { capital } from '#program/words/list-words.ts'
import type { DemoPerson } from '../demo-people.ts'
import { CUSTOMER_DOMAIN, CUSTOMER_PASSWORD } from '../imported-customers.ts'
import { STYLES_PATH } from './page-files.ts'

export interface LoginPageOptions {
  /** Where the form is sent to. */
  readonly action: string
  /** Who has a button. Without members among them, the members are the shop's own. */
  readonly people: readonly DemoPerson[]
  /** What was typed before, when the pair was not good. */
  readonly refused: { readonly email: string } | null
}

/** The embedded provider's only page: a form, and a button for each of the people. It needs no script. */
export function loginPage({ action, people, refused }: LoginPageOptions) {
  const problem = html`<p class="problem" id="problem" role="alert">
    This address and password do not belong together. Check both and try again.
  </p>`
  const describedBy = refused ? html` aria-describedby="problem" aria-invalid="true"` : ''
  return page(
    'Sign in',
    html`<section>
        <h1>Sign in</h1>
        ${refused ? problem : ''}
        <form method="post" action="${action}">
          <label for="email">Email address</label>
          <input id="email" name="email" type="email" autocomplete="username" required value="${refused?.email ?? ''}"${describedBy}>
          <label for="password">Password</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required${describedBy}>
          <button type="submit">Sign in</button>
        </form>
      </section>
      <section>
        ${people.some(({ member }) => member !== undefined) ? DEMO_MEMBERS : OWN_MEMBERS}
        <ul class="people">${people.map((person) => personButton(action, person))}</ul>
      </section>`,
  )
}

const DEMO_MEMBERS = html`<h2>The people of the demo</h2>
  <p>Everything here is made up and stays on this machine. One press makes you any of them.</p>`

const OWN_MEMBERS = html`<h2>The customers of this house</h2>
  <p>
    A customer who was imported with an address at ${CUSTOMER_DOMAIN} signs in with it and the
    password <b>${CUSTOMER_PASSWORD}</b>. This works on this machine only.
  </p>
  <h2>The people of the shop</h2>
  <p>They are made up. One press makes you any of them.</p>`

/** What people see when the provider cannot go on, such as a form that was left open for too long. */
export function providerProblemPage(detail: string) {
  return page(
    'Signing in did not work',
    html`<section>
      <h1>Signing in did not work</h1>
      <p>${detail}</p>
      <p><a href="/auth/login">Start again</a> or <a href="/">go to the first page</a></p>
    </section>`,
  )
}

const personButton = (action: string, { name, email, password, story }: DemoPerson) => html`<li>
  <form method="post" action="${action}">
    <input type="hidden" name="email" value="${email}">
    <input type="hidden" name="password" value="${password}">
    <button class="person" type="submit">Sign in as ${name}</button>
    <span class="story">${capital(story)}</span>
  </form>
</li>`

const page = (title: string, body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <link rel="icon" href="/mark.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${STYLES_PATH}">
  </head>
  <body>
    <main>${body}</main>
  </body>
</html>`
