import { describe, expect, test } from 'vitest'
import { asMachine, asPerson, gateway, memberSession } from './gateway.ts'
import { ONE_EVENT, pounds, report, shopEvent } from './reported.ts'
import { shopCloud } from './shop-cloud.ts'

const cloud = await shopCloud()

const as = (member: string) => asPerson(cloud, memberSession(member))

describe('what shops report', () => {
  test('is in the customer’s standing, and a repetition changes nothing', async () => {
    const purchase = ['purchase', 'order-1', pounds('312.40', { units: 2, categories: ['suits'] })] as const
    const joined = ['enrolment', 'joins', { email: 'ida@shop.example', name: 'Ida' }] as const
    expect(await report(cloud, 'm-1', joined, purchase)).toEqual(['recorded', 'recorded'])
    expect(await report(cloud, 'm-1', purchase)).toEqual(['duplicate'])
    const { statusCode, body } = await as('m-1')('GET /api/v1/me/standing')
    expect({ statusCode, tier: body.tier.id, next: body.progress[0].tier }).toEqual({
      ...{ statusCode: 200, tier: 'silver', next: 'gold' },
    })
  })

  test('is taken back by a refund', async () => {
    await report(cloud, 'm-2', ['purchase', 'order-1', pounds('300.00')])
    const refund = ['refund', 'back-1', pounds('300.00', { purchase: 'm-2-order-1' })] as const
    expect(await report(cloud, 'm-2', refund)).toEqual(['recorded'])
    const { body } = await as('m-2')('GET /api/v1/me/standing')
    expect(body.tier.id).toBe('member')
  })

  test('is kept for those who run it where it is refused, and can be mended and taken in', async () => {
    expect(await report(cloud, 'm-3', ['purchase', 'order-1', pounds('1.005')])).toEqual(['rejected'])
    const ops = asMachine(cloud, 'ops')
    const { body } = await ops('GET /api/v1/refusals?limit=10')
    const refusal = body.items.find(({ event }: { event: { subject: string } }) => event.subject === 'm-3')
    expect(refusal).toMatchObject({ outcome: 'rejected' })
    const mended = shopEvent('m-3', ['purchase', 'order-1', pounds('1.00')])
    const { statusCode } = await ops(
      `POST /api/v1/refusals/${encodeURIComponent(refusal.id)}/replay`,
      mended,
      ONE_EVENT,
    )
    expect(statusCode).toBe(200)
  })
})

describe('what customers see of themselves', () => {
  test.each(['activity', 'trajectory', 'perks', 'card', 'export'])('is answered: %s', async (what) => {
    await report(cloud, `m-${what}`, ['purchase', 'order-1', pounds('20.00')])
    expect(await as(`m-${what}`)(`GET /api/v1/me/${what}`)).toMatchObject({ statusCode: 200 })
  })

  test('is gone when they leave, and what they bought stays without their name', async () => {
    const joined = ['enrolment', 'joins', { email: 'leaver@shop.example', name: 'Leif' }] as const
    await report(cloud, 'm-leaver', joined, ['purchase', 'order-1', pounds('60.00', { note: 'for Leif' })])
    await report(cloud, 'm-leaver', ['purchase', 'order-2', pounds('1.005')])
    await as('m-leaver')('GET /api/v1/me/card')
    const till = asMachine(cloud, 'perks:redeem')
    const redeem = 'POST /api/v1/members/m-leaver/perks/free-delivery/redemptions'
    const basket = { ...pounds('60.00'), order: 'o-1' }
    expect(await till(redeem, { basket }, { 'idempotency-key': 'leaver-1' })).toMatchObject({ statusCode: 201 })
    expect(await as('m-leaver')('DELETE /api/v1/me')).toMatchObject({
      statusCode: expect.toSatisfy((code) => code < 300),
    })
    const left = JSON.stringify(await cloud.items())
    expect(left).not.toContain('Leif')
    expect(left).not.toContain('m-leaver"')
  })
})

describe('what anybody may see', () => {
  test('is answered to those who come through the distribution', async () => {
    const send = gateway(cloud)
    expect(await send('GET /api/v1/program')).toMatchObject({ statusCode: 200, body: { edition: 2 } })
    expect(await send('GET /api/v1/program/editions')).toMatchObject({ statusCode: 200 })
    expect(await send('GET /api/v1/openapi.json')).toMatchObject({ statusCode: 200, body: { openapi: '3.1.0' } })
    const headers = { 'content-type': 'application/json' }
    const quote = await send('POST /api/v1/quote', { headers, body: JSON.stringify({ basket: pounds('10.00') }) })
    expect(quote).toMatchObject({ statusCode: 200 })
  })

  test('is not answered to those who come by the API’s own address', async () => {
    const headers = { 'x-cleartier-front-door': 'guessed' }
    expect(await gateway(cloud)('GET /api/v1/program', { headers })).toMatchObject({ statusCode: 403 })
  })
})
