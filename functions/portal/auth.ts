import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { type Count, uncounted } from '#http/count.ts'
import type { Identify, Identity } from '#http/identity.ts'
import { Problem } from '#http/problem.ts'
import { problemResponse } from '#http/problem-response.ts'
import { hasEnded } from '#http/session.ts'
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from '#http/session-cookie.ts'
import { Busy, type Ledger } from '#ledger/ledger.ts'
import { staffKey } from '#ledger/staff-sessions.ts'
import { countSignIns } from './count-sign-ins.ts'
import { BEGINNING_OF, type DoorEnv } from './doors.ts'
import { SignInFailed } from './provider.ts'
import { safeReturnTo } from './return-to.ts'
import { beginSignIn, finishSignIn, type SignInDeps, signInObstacle } from './sign-in.ts'
import { SIGN_IN_STYLES } from './sign-in-page.ts'

export interface AuthDeps extends SignInDeps {
  readonly identify: Identify
  /** Is told of what no rule foresaw, and when the provider does not answer; people learn only what they can do. */
  readonly report: (error: unknown, requestId: string) => void
  /** Left out: nothing is counted. */
  readonly count?: Count
}

/** Signing in and out (api.md, "Who may"). What people come to by their browser answers with pages, not with problems. */
export function authApp(deps: AuthDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>().basePath('/auth')
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    c.set('door', c.req.path === BEGINNING_OF.staff ? 'staff' : 'members')
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  app.use('/callback', countSignIns(deps.count ?? uncounted))
  app.onError((error, c) => failure(c, error, deps))
  for (const path of ['/login', '/staff']) {
    app.get(path, (c) => beginSignIn(c, deps, returnTo(c.req.query('returnTo'))))
  }
  app.get('/callback', (c) => finishSignIn(c, deps))
  app.post('/logout', async (c) => {
    const identity = await deps.identify(c.req.raw)
    if (identity) await endSessions(deps.ledger, identity, deps.now())
    deleteCookie(c, SESSION_COOKIE, SESSION_COOKIE_OPTIONS)
    return c.body(null, 204)
  })
  app.get('/page.css', (c) =>
    c.body(SIGN_IN_STYLES, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' }),
  )
  return app
}

/**
 * Every session the person began so far ends, on all their devices; one that began in this very millisecond too, which is
 * why the end lies behind it. A session that is over already ends nobody else's.
 */
async function endSessions(ledger: Ledger, identity: Identity, now: number): Promise<void> {
  if (identity.kind !== 'member') {
    if (identity.kind === 'staff') await ledger.signOut(staffKey(identity.subject), now + 1)
    return
  }
  const { member, since } = identity
  const record = await ledger.member(member)
  // Of a member who was erased nothing is there, and nothing may be left.
  if (!record || hasEnded(since, record.signedOutAt)) return
  await ledger.signOut(member, Math.max(now, since + 1))
}

function returnTo(wanted: string | undefined): string | null {
  if (wanted === undefined) return null
  const path = safeReturnTo(wanted)
  if (path !== null) return path
  throw new Problem(
    400,
    'bad_return_to',
    'returnTo must be a path of this site, as in "/standing". Correct it or leave it out.',
  )
}

function failure(c: Context<DoorEnv>, error: unknown, { report }: AuthDeps): Response | Promise<Response> {
  const { requestId } = c.var
  if (error instanceof Problem) return problemResponse(error, requestId)
  if (error instanceof SignInFailed && error.reason !== 'unavailable') return signInObstacle(c, error.reason)
  if (error instanceof Busy) return signInObstacle(c, 'busy')
  // Whatever else went wrong, the person can only try again; whoever runs this has to know.
  report(error, requestId)
  return signInObstacle(c, 'unavailable')
}
