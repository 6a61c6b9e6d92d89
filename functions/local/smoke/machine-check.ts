import { ask, type Check, expectAnswer, jsonOf, NotAsExpected, type Portal } from './check.ts'
import { providerPage } from './sign-in-checks.ts'

/** No member has this id: it begins as no shop's do, and is written nowhere. */
const NOBODY = 'smoke-nobody'

/** That a token of the provider is believed, and what it asks for is looked up in the ledger. */
export const MACHINE_CHECK: Check = {
  name: 'a machine that asks for the standing of nobody',
  isFor: ({ machine }) => machine !== null,
  async run(portal) {
    const authorization = `Bearer ${await tokenOf(portal)}`
    const answer = await ask(`${portal.origin}/api/v1/members/${NOBODY}/standing`, { headers: { authorization } })
    if (answer.status === 403) throw new NotAsExpected('expected a machine that may read members, got 403: use another')
    expectAnswer(answer, 404, 'application/problem+json')
  },
}

async function tokenOf(portal: Portal): Promise<string> {
  const { machine } = portal
  if (machine === null) throw new NotAsExpected('expected a machine, got none')
  if (machine.kind === 'token') return machine.token
  const answer = await ask(await tokenAddress(portal), {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${machine.id}:${machine.secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  if (answer.status !== 200) {
    throw new NotAsExpected(`expected a token for the machine ${machine.id}, the provider answered ${answer.status}`)
  }
  const { access_token: token } = await jsonOf(answer)
  if (typeof token !== 'string') throw new NotAsExpected('expected an access token, the provider gave none')
  return token
}

/** Providers give tokens beside where people sign in: "/oauth2/authorize" and "/oauth2/token", "/oidc/auth" and "/oidc/token". */
async function tokenAddress(portal: Portal): Promise<URL> {
  const { origin, pathname } = await providerPage(portal, '/auth/staff')
  return new URL(pathname.replace(/[^/]+$/, 'token'), origin)
}
