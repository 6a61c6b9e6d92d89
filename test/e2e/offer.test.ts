import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { findingsOfAxe, openWindow, sidewaysScroll } from './window.ts'

const QUOTE = '**/api/v1/quote'
const FALLBACK = 'Perks grow with your tier. See what each has.'
const shown = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor()
const sentence = (page: Page) => page.locator('cleartier-offer p[part="sentence"]').innerText()
const more = (page: Page, article: string) => page.getByRole('button', { name: `${article}: one more` }).click()

/** What a browser itself writes about a request that got no answer; no page can keep it from doing so. */
const ofBrowser = /^Failed to load resource|^Access to fetch/

test('in a page of another site a customer reads what the basket is short of, and what it reaches', async () => {
  const { page, complaints } = await openWindow()
  await page.goto('/demo-shop')
  expect(new URL(page.url()).origin).not.toBe(inject('houseOrigin'))
  await shown(page, '£11.50 more for free delivery.')
  expect(await page.getByText(FALLBACK).isVisible()).toBe(false)
  await more(page, 'Wool coat')
  await shown(page, 'This order makes you Silver.')
  expect(await sentence(page)).toBe('This order makes you Silver.')
  expect(complaints).toEqual([])
})

test('the sentence follows the tier that the shop knows', async () => {
  const { page } = await openWindow()
  await page.goto('/demo-shop')
  await page.getByLabel('The customer is').selectOption({ label: 'Silver' })
  await shown(page, '£21.50 more for a birthday voucher (unless used up).')
})

test('where there is nothing to say nothing is shown, not even the fallback', async () => {
  const { page } = await openWindow()
  await page.goto('/demo-shop')
  await shown(page, '£11.50 more for free delivery.')
  await more(page, 'Oxford shirt')
  await page.waitForFunction(() => {
    const offer = document.querySelector('cleartier-offer')
    return offer?.shadowRoot?.querySelector('p')?.innerText.trim() === ''
  })
  expect(await page.getByText(FALLBACK).isVisible()).toBe(false)
})

test.each([
  ['is gone', (page: Page) => page.route(QUOTE, (route) => route.abort())],
  ['has too much to do', (page: Page) => page.route(QUOTE, (route) => route.fulfill({ status: 429 }))],
  [
    'answers with something else',
    (page: Page) => page.route(QUOTE, (route) => route.fulfill({ body: '<h1>Hello</h1>' })),
  ],
])('when the portal %s the shop’s own words come back, and no error reaches its page', async (_what, break_) => {
  const { page, complaints } = await openWindow()
  await page.goto('/demo-shop')
  await shown(page, '£11.50 more for free delivery.')
  await break_(page)
  await more(page, 'Wool coat')
  await page.getByText(FALLBACK).waitFor()
  expect((await sentence(page)).trim()).toBe('')
  expect(complaints.filter((complaint) => !ofBrowser.test(complaint))).toEqual([])
  await page.unroute(QUOTE)
  await more(page, 'Scarf')
  await shown(page, 'This order makes you Silver.')
})

test('without a connection nothing is asked, and with it again the sentence comes by itself', async () => {
  const { page, context, complaints } = await openWindow()
  await page.goto('/demo-shop')
  await shown(page, '£11.50 more for free delivery.')
  await context.setOffline(true)
  await more(page, 'Wool coat')
  await page.getByText(FALLBACK).waitFor()
  await context.setOffline(false)
  await shown(page, 'This order makes you Silver.')
  expect(complaints).toEqual([])
})

test('a shop hears each answer, and in plain words why there is none', async () => {
  const { page } = await openWindow()
  await page.goto('/demo-shop')
  const heard = (type: string, attribute: string, value: string) =>
    page.evaluate(
      async ([type, attribute, value]) => {
        const told = new Promise<CustomEvent>((resolve) =>
          document.addEventListener(type, (event) => resolve(event as CustomEvent), { once: true }),
        )
        document.querySelector('cleartier-offer')?.setAttribute(attribute, value)
        return (await told).detail as unknown
      },
      [type, attribute, value] as const,
    )
  expect(await heard('cleartier-offer', 'amount', '38.00')).toMatchObject({
    quote: { amount: '38.00', tier: 'member' },
    sentences: [{ part: 'short', text: '£12 more for free delivery.' }],
  })
  expect(await heard('cleartier-offer-failed', 'currency', 'EUR')).toEqual({
    reason: 'refused',
    detail: expect.stringContaining('The program counts in GBP.'),
  })
})

/** A page of a site that the portal has never heard of, on a port of its own. */
async function strangersPage(body: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', connection: 'close' }).end(`<!doctype html>${body}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

test('a site that is not on the list may not ask: its page shows its own words', async () => {
  const { page, complaints } = await openWindow()
  const stranger = await strangersPage(`
    <script>heard = new Promise((resolve) => addEventListener('cleartier-offer-failed', resolve))</script>
    <script type="module" src="${inject('houseOrigin')}/offer.js"></script>
    <cleartier-offer amount="38.00" currency="GBP">Our own words.</cleartier-offer>`)
  await page.goto(stranger)
  const reason = await page.evaluate(async () => {
    const { heard } = globalThis as unknown as { heard: Promise<CustomEvent<{ reason: string }>> }
    return (await heard).detail.reason
  })
  expect(reason).toBe('unreachable')
  expect(await page.getByText('Our own words.').isVisible()).toBe(true)
  expect(complaints).toContainEqual(expect.stringContaining('blocked by CORS policy'))
  expect(complaints.filter((complaint) => !ofBrowser.test(complaint))).toEqual([])
})

test('the shop is accessible in the light and in the dark, and fits a phone of 320 pixels', async () => {
  const { page } = await openWindow({ viewport: { width: 320, height: 600 }, colorScheme: 'light' })
  await page.goto('/demo-shop')
  await more(page, 'Wool coat')
  await shown(page, 'This order makes you Silver.')
  expect(await findingsOfAxe(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBe(0)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await findingsOfAxe(page)).toEqual([])
})

test('whoever wants no motion gets none, and what changes is read aloud politely', async () => {
  const { page } = await openWindow({ reducedMotion: 'no-preference' })
  await page.goto('/demo-shop')
  await more(page, 'Wool coat')
  await shown(page, 'This order makes you Silver.')
  const reach = page.locator('cleartier-offer [part="reach"]')
  const animation = () => reach.evaluate((span) => getComputedStyle(span).animationName)
  expect(await animation()).toBe('appear')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await animation()).toBe('none')
  expect(await page.locator('cleartier-offer [aria-live="polite"]').count()).toBe(1)
})
