import { ask, type Check, expectAnswer, NotAsExpected, type Portal } from './check.ts'

/** From the portal to the provider, and there from one page to the next, it is never further. */
const MOST_STEPS = 6

/** That people are led to a provider that knows the portal. */
export const SIGN_IN_CHECKS: readonly Check[] = [
  { name: 'the sign-in page of members', run: (portal) => signInPage(portal, '/auth/login') },
  { name: 'the sign-in page of staff', run: (portal) => signInPage(portal, '/auth/staff') },
]

/** Where the portal sends people who sign in. Throws NotAsExpected when it sends them nowhere. */
export async function providerPage({ origin }: Portal, path: string): Promise<URL> {
  const answer = await ask(`${origin}${path}`)
  const to = answer.headers.get('location')
  if (answer.status === 302 && to !== null) return new URL(to, origin)
  throw new NotAsExpected(`expected to be led to the provider, got ${answer.status}`)
}

async function signInPage(portal: Portal, path: string): Promise<void> {
  let url = await providerPage(portal, path)
  const cookies = new Map<string, string>()
  for (let step = 0; step < MOST_STEPS; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await ask(url, { headers: { cookie } })
    keepCookies(answer, cookies)
    const to = answer.headers.get('location')
    if (to === null) return expectPage(answer, url)
    url = new URL(to, url)
    const error = url.searchParams.get('error')
    if (error !== null) throw new NotAsExpected(`expected a sign-in page, the provider said ${error}`)
  }
  throw new NotAsExpected(`expected a sign-in page, was led on more than ${MOST_STEPS} times`)
}

function expectPage(answer: Response, { host, pathname }: URL): void {
  if (answer.status >= 400) {
    throw new NotAsExpected(`expected a sign-in page, got ${answer.status} from ${host}${pathname}`)
  }
  expectAnswer(answer, 200, 'text/html')
}

function keepCookies({ headers }: Response, cookies: Map<string, string>): void {
  for (const line of headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (name !== undefined) cookies.set(name, value ?? '')
  }
}
