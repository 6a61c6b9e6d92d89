import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { askQuote, type Question } from '../../../web/offer/ask-quote.ts'

const QUOTE = {
  ...{ edition: 2, currency: 'GBP', amount: '38.00', tier: 'member' },
  tiers: [{ tier: 'member', name: 'Member', gets: [], misses: [] }],
  reaches: { tier: 'silver', name: 'Silver', next: null },
}

/** A portal on a free port, and what it was asked. */
async function portal(answer: RequestListener) {
  const asked: { readonly path: string | undefined; readonly headers: object; readonly body: unknown }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request.setEncoding('utf8')) body += part
    asked.push({ path: request.url, headers: request.headers, body: JSON.parse(body) })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => new Promise((resolve) => server.close(resolve))
  onTestFinished(() => void close())
  return { asked, close, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const sends =
  (status: number, body: unknown): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { connection: 'close' }).end(typeof body === 'string' ? body : JSON.stringify(body))

const ask = (question: Partial<Question>) =>
  askQuote(
    { ...{ endpoint: 'x', amount: '38.00', currency: 'GBP', categories: null, tier: null }, ...question },
    new AbortController().signal,
  )

test('a basket is asked about with what the attributes say, and nothing that tells who asks', async () => {
  const { asked, endpoint } = await portal(sends(200, QUOTE))
  const answer = await ask({
    endpoint: `${endpoint}/shop/page?x=1`,
    categories: 'shirts, winter coats,,',
    tier: 'gold',
  })
  expect(asked).toMatchObject([
    {
      path: '/api/v1/quote',
      headers: { 'content-type': 'application/json' },
      body: { basket: { amount: '38.00', currency: 'GBP', categories: ['shirts', 'winter coats'] }, tier: 'gold' },
    },
  ])
  expect(asked[0]?.headers).not.toHaveProperty('cookie')
  expect(answer).toEqual({
    kind: 'answered',
    quote: QUOTE,
    sentences: [{ part: 'reach', text: 'This order makes you Silver.' }],
  })
})

test('what is not said is not sent', async () => {
  const { asked, endpoint } = await portal(sends(200, QUOTE))
  await ask({ endpoint, categories: ' ', tier: '' })
  expect(asked).toMatchObject([{ body: { basket: { amount: '38.00', currency: 'GBP' } } }])
  expect(Object.keys(asked[0]?.body ?? {})).toEqual(['basket'])
})

test.each([
  [{ amount: null }, '"amount"'],
  [{ amount: '' }, '"amount"'],
  [{ currency: null }, '"currency"'],
  [{ endpoint: 'rewards.example' }, '"rewards.example"'],
  [{ endpoint: 'null' }, '"null"'],
])('a question that lacks something (%j) is not asked, and the builder of the shop is told', async (lacking, named) => {
  expect(await ask({ endpoint: 'http://127.0.0.1:9', ...lacking })).toEqual({
    ...{ kind: 'failed', reason: 'incomplete', detail: expect.stringContaining(named) },
  })
})

test('a refusal is passed on in the portal’s own words', async () => {
  const { endpoint } = await portal(sends(422, { code: 'other_currency', detail: 'This program counts in GBP.' }))
  expect(await ask({ endpoint, currency: 'EUR' })).toEqual({
    ...{ kind: 'failed', reason: 'refused', detail: 'This program counts in GBP.' },
  })
})

test.each([
  [429, 'busy'],
  [503, 'busy'],
  [500, 'refused'],
  [404, 'refused'],
])('%i is a failure like any other (%s), also without words', async (status, reason) => {
  const { endpoint } = await portal(sends(status, '<h1>Oh</h1>'))
  const detail = `${endpoint}/api/v1/quote answered ${status}.`
  expect(await ask({ endpoint })).toEqual({ kind: 'failed', reason, detail })
})

test.each(['<h1>Welcome</h1>', 'null', '{}', '{"tiers": []}'])('%s is no quote', async (body) => {
  const { endpoint } = await portal(sends(200, body))
  expect(await ask({ endpoint })).toMatchObject({ kind: 'failed', reason: 'refused' })
})

test('nobody there is a failure too', async () => {
  const { endpoint, close } = await portal(sends(200, QUOTE))
  await close()
  expect(await ask({ endpoint })).toMatchObject({ kind: 'failed', reason: 'unreachable' })
})
