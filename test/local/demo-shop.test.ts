import { describe, expect, test } from 'vitest'
import { demoEditions } from '#local/demo-program.ts'
import { demoShop, shopOriginOf } from '#local/demo-shop/demo-shop.ts'

const portal = 'http://localhost:4321'
const shop = 'http://127.0.0.1:4321'
const NOVEMBER_2026 = Date.UTC(2026, 10, 20, 10)

async function openShop(published = demoEditions()) {
  const editions = await published
  const program = async () => ({ published: editions, rules: [] })
  return demoShop({ portal, program, now: () => NOVEMBER_2026 })
}

describe('the demo shop', () => {
  test('is a site of its own: whoever asks the portal for it is sent there', async () => {
    const app = await openShop()
    const response = await app.request(`${portal}/demo-shop`)
    expect([response.status, response.headers.get('location')]).toEqual([302, `${shop}/demo-shop`])
    expect(shopOriginOf(portal)).toBe(shop)
  })

  test('lets in the element’s script and the address it asks, and nothing else of the portal', async () => {
    const response = await (await openShop()).request(`${shop}/demo-shop`)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy.match(/http:\S+[^;\s]/g)).toEqual([`${portal}/offer.js`, `${portal}/api/v1/quote`])
    expect(policy).toContain("default-src 'none'")
  })

  test('names the tiers of the program in force, and its basket in the program’s currency', async () => {
    const page = await (await (await openShop()).request(`${shop}/demo-shop`)).text()
    expect(page).toContain('<option value="gold">Gold</option>')
    expect(page).toMatch(/<cleartier-offer\s+amount="38.50"\s+currency="GBP"\s+categories="accessories"/)
  })

  test('is not there before there is a program', async () => {
    expect((await (await openShop(Promise.resolve([]))).request(`${shop}/demo-shop`)).status).toBe(404)
  })
})
