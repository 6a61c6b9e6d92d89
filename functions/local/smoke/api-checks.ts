import { ask, type Check, expectAnswer, jsonOf, NotAsExpected, type Portal } from './check.ts'

const PROBLEM = 'application/problem+json'

/** What the API gives to whoever has not signed in, and what it refuses them. */
export const API_CHECKS: readonly Check[] = [
  {
    name: 'the program',
    async run(portal) {
      await currencyOf(portal)
    },
  },
  { name: 'a quote for anyone (a POST)', run: quote },
  {
    name: 'no event without a token',
    run: ({ origin }) => refused(`${origin}/api/v1/events`, postOf('application/cloudevents+json', {})),
  },
  { name: 'no standing without signing in', run: ({ origin }) => refused(`${origin}/api/v1/me/standing`) },
  {
    name: 'nothing below the API that is not there',
    async run({ origin }) {
      expectAnswer(await ask(`${origin}/api/v1/there-is-no-such-thing`), 404, PROBLEM)
    },
  },
  { name: 'no way around the front door', isFor: ({ api }) => api !== null, run: onlyByTheFrontDoor },
]

async function currencyOf({ origin }: Portal): Promise<string> {
  const answer = await ask(`${origin}/api/v1/program`)
  expectAnswer(answer, 200, 'application/json')
  const { edition, program } = await jsonOf(answer)
  const currency = (program as { readonly currency?: unknown } | undefined)?.currency
  if (typeof edition === 'number' && typeof currency === 'string') return currency
  throw new NotAsExpected('expected a published edition with its currency, got something else')
}

async function quote(portal: Portal): Promise<void> {
  const basket = { amount: '10', currency: await currencyOf(portal) }
  const answer = await ask(`${portal.origin}/api/v1/quote`, postOf('application/json', { basket }))
  expectAnswer(answer, 200, 'application/json')
}

async function refused(address: string, init?: RequestInit): Promise<void> {
  expectAnswer(await ask(address, init), 401, PROBLEM)
}

function postOf(type: string, body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) }
}

/** Only the distribution knows what the functions want to see, and with it comes the firewall. */
async function onlyByTheFrontDoor({ api }: Portal): Promise<void> {
  const { status } = await ask(`${api}/api/v1/program`)
  if (status >= 400 && status < 500) return
  throw new NotAsExpected(`expected ${api} to refuse whoever comes around the distribution, got ${status}`)
}
