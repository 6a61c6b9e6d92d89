import { describe, expect, test } from 'vitest'
import { openapiApp } from '#http/openapi-app.ts'
import { API_ROUTES } from '#local/api-routes.ts'
import { openapiDocument } from '#local/openapi-document.ts'
import { checked } from './checked.ts'
import { report } from './roles.ts'
import { sentPurchase } from './sent.ts'

const send = checked(openapiApp(openapiDocument, report))

/** Every value under a name, however deep. */
function all(name: string, tree: unknown): unknown[] {
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, value]) => [...(key === name ? [value] : []), ...all(name, value)])
}

describe('the OpenAPI document', () => {
  test('names every route with its rights, parameters and answers', async () => {
    const { status, body } = await send('/openapi.json')
    expect(status).toBe(200)
    expect(body.openapi).toBe('3.1.0')
    const { get } = body.paths['/members/{id}/standing']
    expect(get.security).toEqual([{ machine: ['members:read'] }, { session: ['members:read'] }])
    expect(
      get.parameters.map(({ name, in: place, required }: Record<string, unknown>) => [name, place, required]),
    ).toEqual([
      ['id', 'path', true],
      ['asOf', 'query', false],
      ['knownAt', 'query', false],
    ])
    expect(Object.keys(get.responses)).toEqual(expect.arrayContaining(['200', '400', '401', '403', '404', '503']))
  })

  test('names the header that a request needs', async () => {
    const { body } = await send('/openapi.json')
    const { post } = body.paths['/members/{id}/perks/{perk}/redemptions']
    expect(post.parameters.at(-1)).toMatchObject({ name: 'idempotency-key', in: 'header', required: true })
    expect(post.requestBody.required).toBe(false)
    expect(Object.keys(post.responses)).toEqual(expect.arrayContaining(['200', '201', '404', '409', '422']))
  })

  test('gives every operation a name of its own, and leads nowhere that is not there', async () => {
    const { body } = await send('/openapi.json')
    const names = all('operationId', body.paths)
    expect(new Set(names).size).toBe(API_ROUTES.length)
    expect(new Set(all('$ref', body))).toEqual(new Set(['#/components/schemas/Problem']))
  })

  test('describes what a shop sends as it is sent: times and amounts are texts', async () => {
    const { body } = await send('/openapi.json')
    const kinds = body.paths['/events'].post.requestBody.content['application/cloudevents+json'].schema.oneOf
    expect(kinds).toHaveLength(6)
    expect(Object.keys(kinds[0].properties).toSorted()).toEqual(
      [...Object.keys(sentPurchase()), 'datacontenttype'].toSorted(),
    )
    expect(kinds[0].properties.time).toMatchObject({ type: 'string', format: 'date-time' })
    expect(kinds[0].additionalProperties).toBe(false)
  })

  test('is kept by caches and asked for again by its tag', async () => {
    const { headers } = await send('/openapi.json')
    expect(headers.get('cache-control')).toContain('stale-while-revalidate')
    const again = await send('/openapi.json', { headers: { 'If-None-Match': headers.get('etag') ?? '' } })
    expect(again).toMatchObject({ status: 304, body: undefined })
  })
})
