import type { IncomingMessage } from 'node:http'
import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider'
import { accountWith, type Guests } from './accounts.ts'
import { loginPage, providerProblemPage } from './login-page.ts'

const LONGEST_FORM = 10_000

/** Shows the login page of an interaction and takes its form; everything else is left to the provider. */
export function loginSteps(provider: Provider, guests: Guests) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    if (!ctx.path.startsWith('/interaction/')) return next()
    ctx.set('cache-control', 'no-store')
    const uid = await interactionOf(provider, ctx)
    if (uid === null)
      return show(ctx, 400, providerProblemPage('This sign-in is over, or was begun in another window.'))
    const action = `/oidc/interaction/${uid}`
    if (ctx.method !== 'POST') return show(ctx, 200, loginPage({ action, people: guests.people, refused: null }))
    const form = await formOf(ctx.req)
    const email = form.get('email') ?? ''
    const accountId = await accountWith(guests, email, form.get('password') ?? '')
    if (accountId === undefined) {
      return show(ctx, 401, loginPage({ action, people: guests.people, refused: { email } }))
    }
    ctx.status = 303
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, { login: { accountId } }))
  }
}

/** Null when the cookie that belongs to a sign-in is missing or too old. */
async function interactionOf(provider: Provider, ctx: KoaContextWithOIDC): Promise<string | null> {
  try {
    return (await provider.interactionDetails(ctx.req, ctx.res)).uid
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return null
    throw error
  }
}

async function show(ctx: KoaContextWithOIDC, status: number, page: ReturnType<typeof loginPage>): Promise<void> {
  ctx.status = status
  ctx.type = 'html'
  ctx.body = String(await page)
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk
    if (text.length > LONGEST_FORM) throw new RangeError('The form is longer than any sign-in can be.')
  }
  return new URLSearchParams(text)
}
