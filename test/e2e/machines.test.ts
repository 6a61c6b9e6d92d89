import { expect, inject, test } from 'vitest'

const house = (path: string, options?: RequestInit) => fetch(`${inject('houseOrigin')}${path}`, options)

async function tokenOf(machine: string): Promise<string> {
  const response = await house('/oidc/token', {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${machine}:demo-${machine}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const { access_token: token } = (await response.json()) as { access_token: string }
  return `Bearer ${token}`
}

test('what a shop sends is what a till reads', async () => {
  const purchase = {
    ...{ specversion: '1.0', source: 'shop-9', id: 'order-1', type: 'purchase', subject: 'm-new' },
    ...{ time: '2026-11-19T10:00:00Z', data: { amount: '250.00', currency: 'GBP' } },
  }
  const sent = await house('/api/v1/events', {
    method: 'POST',
    headers: { authorization: await tokenOf('shop'), 'content-type': 'application/cloudevents+json' },
    body: JSON.stringify(purchase),
  })
  expect(await sent.json()).toMatchObject({ results: [{ id: 'order-1', outcome: 'recorded' }] })
  const till = { authorization: await tokenOf('till') }
  const standing = await house('/api/v1/members/m-new/standing', { headers: till })
  expect(await standing.json()).toMatchObject({ tier: { id: 'silver' }, why: { month: '2026-11' } })
})

test('a machine has no page of its own, and no right that it was not given', async () => {
  const authorization = await tokenOf('shop')
  expect((await house('/api/v1/me/standing', { headers: { authorization } })).status).toBe(403)
  expect((await house('/api/v1/members/m-1001/standing', { headers: { authorization } })).status).toBe(403)
})

test('below the API nothing answers with a page', async () => {
  for (const [path, method] of [
    ['/api/v1/nowhere', 'GET'],
    ['/api/v2/program', 'GET'],
    ['/api/v1/program', 'DELETE'],
  ] as const) {
    const response = await house(path, { method })
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  }
})
