import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createApp } from '#http/create-app.ts'
import { instantField } from '#http/fields.ts'
import { Problem } from '#http/problem.ts'
import { MAX_BODY_BYTES } from '#http/read-body.ts'
import { route } from '#http/route.ts'
import { as, identifyRole } from './roles.ts'

const answers = { 200: { description: 'Fine.', schema: z.unknown() } }
const takes = { 'application/json': z.unknown() }

class Busy extends Error {}

/** An app with one route for each convention, and what it reported. */
function houseOfConventions() {
  const reported: unknown[] = []
  const { app, serve } = createApp({
    identify: identifyRole,
    report: (error) => reported.push(error),
    isBusy: (error) => error instanceof Busy,
  })
  const get = { method: 'get', may: 'public', summary: 'A route', answers } as const
  serve(route({ ...get, path: '/fine' }), (context) => context.json({}))
  serve(route({ ...get, path: '/broken' }), () => {
    throw new Error('password=hunter2')
  })
  serve(route({ ...get, path: '/busy' }), () => {
    throw new Busy()
  })
  serve(route({ ...get, path: '/stale' }), () => {
    throw new Problem(412, 'stale', 'Somebody was first.')
  })
  serve(route({ ...get, path: '/mine', may: 'member' }), (context, { identity }) => context.json(identity.member))
  serve(route({ ...get, path: '/staff', may: 'ops' }), (context) => context.json({}))
  serve(route({ ...get, path: '/at', query: z.strictObject({ asOf: instantField }) }), (context, { query }) =>
    context.json(query.asOf),
  )
  serve(route({ ...get, path: '/body', method: 'post', takes }), async (context, { body }) =>
    context.json((await body()).value as object),
  )
  return { reported, request: (path: string, init?: RequestInit) => app.request(`/api/v1${path}`, init) }
}

const json = (body: BodyInit, headers: Record<string, string> = {}) => ({
  ...{ method: 'POST', body, duplex: 'half' },
  headers: { 'Content-Type': 'application/json', ...headers },
})

describe('whatever goes wrong is a problem with a sentence', () => {
  test('what nobody foresaw is reported with its id and tells the caller nothing', async () => {
    const { request, reported } = houseOfConventions()
    const response = await request('/broken')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const body = await response.json()
    expect(body).toEqual({
      ...{ type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'unforeseen' },
      ...{ detail: expect.stringMatching(/\.$/), instance: response.headers.get('x-request-id') },
    })
    expect(reported).toMatchObject([{ message: 'password=hunter2' }])
  })

  test.each([
    ['/busy', 503, 'busy'],
    ['/stale', 412, 'stale'],
    ['/nowhere', 404, 'not_found'],
    ['/at', 400, 'missing'],
    ['/at?asOf=2026-05-20T10:00:00+01:00', 400, 'bad_time'],
    ['/at?asOf=2026-05-20T10:00:00Z&asOf=2026-05-21T10:00:00Z', 400, 'duplicate_name'],
    ['/fine?colour=red', 400, 'unknown_field'],
    ['/fine?__proto__=1', 400, 'unknown_field'],
  ])('%s is a %i', async (path, status, code) => {
    const { request, reported } = houseOfConventions()
    const response = await request(path)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ status, code, detail: expect.stringMatching(/\.\)?$/) })
    expect(reported).toEqual([])
  })

  test('being busy says when to come back', async () => {
    const response = await houseOfConventions().request('/busy')
    expect(response.headers.get('retry-after')).toBe('2')
  })

  test('a method that a path does not have is not there', async () => {
    expect((await houseOfConventions().request('/fine', { method: 'DELETE' })).status).toBe(404)
  })
})

describe('every answer', () => {
  test('is typed, unread by others, and kept by no cache unless it says so', async () => {
    const { headers } = await houseOfConventions().request('/fine')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('carries the gateway’s id of the request, never one that the caller chose', async () => {
    const { app } = createApp({ identify: identifyRole, report: () => {}, isBusy: () => false })
    const init = { headers: { 'X-Request-Id': 'mine' } }
    const response = await app.request('/api/v1/nowhere', init, { requestContext: { requestId: 'gateway-1' } })
    expect(await response.json()).toMatchObject({ instance: 'gateway-1' })
  })
})

describe('a route lets in those it is for', () => {
  test.each([
    ['/mine', 'member', 200],
    ['/mine', 'everything', 403],
    ['/mine', 'nobody', 401],
    ['/staff', 'ops', 200],
    ['/staff', 'shop', 403],
    ['/staff', 'member', 403],
    ['/staff', 'nobody', 401],
  ])('%s for %s is %i', async (path, role, status) => {
    const response = await houseOfConventions().request(path, { headers: role === 'nobody' ? {} : as(role) })
    expect(response.status).toBe(status)
    if (status === 401) expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })
})

describe('a body', () => {
  test('of 1 MB is read', async () => {
    const text = `"${'x'.repeat(MAX_BODY_BYTES - 2)}"`
    expect((await houseOfConventions().request('/body', json(text))).status).toBe(200)
  })

  test('of a byte more is refused', async () => {
    const text = `"${'x'.repeat(MAX_BODY_BYTES - 1)}"`
    expect((await houseOfConventions().request('/body', json(text))).status).toBe(413)
  })

  test('whose announced length is too large is refused unread', async () => {
    const response = await houseOfConventions().request('/body', json('{}', { 'Content-Length': '1000001' }))
    expect(response.status).toBe(413)
  })

  test('without end is refused when it has become too large', async () => {
    let pulled = 0
    const endless = new ReadableStream({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(100_000).fill(0x20))
      },
    })
    expect((await houseOfConventions().request('/body', json(endless))).status).toBe(413)
    expect(pulled).toBeLessThan(20)
  })

  test.each([
    [{ 'Content-Type': 'text/plain' }],
    [{ 'Content-Type': 'application/json; charset=latin1' }],
    [{ 'Content-Type': '' }],
    [{ 'Content-Encoding': 'gzip' }],
  ])('sent as %o is refused', async (headers) => {
    const response = await houseOfConventions().request('/body', json('{}', headers as Record<string, string>))
    expect(response.status).toBe(415)
  })

  test('in upper case and with its charset is read', async () => {
    const headers = { 'Content-Type': 'Application/JSON; charset="UTF-8"', 'Content-Encoding': 'identity' }
    expect((await houseOfConventions().request('/body', json('{}', headers))).status).toBe(200)
  })
})
