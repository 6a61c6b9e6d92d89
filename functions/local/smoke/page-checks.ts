import { SECURITY_HEADERS } from '../security-headers.ts'
import { ask, type Check, expectAnswer, NotAsExpected, type Portal } from './check.ts'

/** Whoever comes by HTTPS once is not to come by anything else for a year. */
const HSTS = 'strict-transport-security'
const A_YEAR_S = 31_536_000

/** On this machine there is no HTTPS. */
const isSecure = ({ origin }: Portal) => origin.startsWith('https:')

/** What anyone sees, without signing in. */
export const PAGE_CHECKS: readonly Check[] = [
  { name: 'the first page', run: (portal) => page(portal, '/') },
  { name: 'the page of the perks', run: (portal) => page(portal, '/perks') },
  { name: 'the page of one’s own standing', run: (portal) => page(portal, '/standing') },
  {
    name: 'a page that is not there',
    async run({ origin }) {
      const answer = await ask(`${origin}/there-is-no-such-page`)
      expectAnswer(answer, 404, 'text/html')
      expectHeaders(answer, SECURITY_HEADERS)
    },
  },
  { name: 'HTTP leads to HTTPS', isFor: isSecure, run: leadsToHttps },
  { name: 'no banner of any server', run: hasNoBanner },
]

async function page(portal: Portal, path: string): Promise<void> {
  const answer = await ask(`${portal.origin}${path}`)
  expectAnswer(answer, 200, 'text/html')
  expectHeaders(answer, SECURITY_HEADERS)
  if (!isSecure(portal)) return
  expectHeaders(answer, { 'x-frame-options': 'DENY' })
  const age = Number(/max-age=(\d+)/.exec(answer.headers.get(HSTS) ?? '')?.[1] ?? 0)
  if (age < A_YEAR_S) throw new NotAsExpected(`expected ${HSTS} of a year, got ${answer.headers.get(HSTS) ?? 'none'}`)
}

function expectHeaders({ headers }: Response, expected: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(expected)) {
    if (headers.get(name) === value) continue
    throw new NotAsExpected(`expected ${name}: ${value}, got ${headers.get(name) ?? 'none'}`)
  }
}

async function leadsToHttps({ origin }: Portal): Promise<void> {
  const { host } = new URL(origin)
  const answer = await ask(`http://${host}/`)
  const to = answer.headers.get('location') ?? 'nowhere'
  if ([301, 307, 308].includes(answer.status) && to.startsWith(`https://${host}/`)) return
  throw new NotAsExpected(`expected to be led to https://${host}/, got ${answer.status} and ${to}`)
}

/** That a server is CloudFront is no secret; which version of what runs behind it is nobody's business. */
async function hasNoBanner({ origin }: Portal): Promise<void> {
  for (const path of ['/', '/api/v1/program']) {
    const { headers } = await ask(`${origin}${path}`)
    const told = ['x-powered-by', 'x-aspnet-version', 'x-runtime'].find((name) => headers.has(name))
    if (told) throw new NotAsExpected(`expected no ${told} at ${path}, got ${headers.get(told)}`)
    const server = headers.get('server') ?? ''
    if (/\d/.test(server)) throw new NotAsExpected(`expected no version of the server at ${path}, got ${server}`)
  }
}
