import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { signIn } from './sign-in.ts'
import { findingsOfAxe, openWindow, sidewaysScroll } from './window.ts'

const TILL = { width: 1024, height: 768 }
const PHONE = { width: 320, height: 640 }

/** The counter, opened by Tess, who works there. */
async function openCounter(viewport = TILL) {
  const window = await openWindow({ viewport })
  await signIn(window.page, 'tess', '/desk')
  await window.page.getByLabel('Card code or member number').waitFor()
  return window
}

/** What stands on the card of a member, read from their own page. */
async function codeOf(name: string): Promise<string> {
  const { page } = await openWindow()
  await signIn(page, name, '/card')
  return page.locator('.card-code').innerText()
}

/** As a scanner does it: faster than anybody types, ended with Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

const said = (page: Page, sentence: string | RegExp) => page.getByRole('status').filter({ hasText: sentence }).waitFor()
const isHere = (page: Page, who: string) => page.getByRole('heading', { name: who, level: 2 }).waitFor()

/** The key under which a perk can be had now. */
async function keyOf(page: Page, perk: string): Promise<string> {
  return page.locator('.grant', { hasText: perk }).locator('.key').innerText()
}

const leftOf = async (page: Page, perk: string) =>
  Number(/(\d+) left/.exec(await page.locator('.grant', { hasText: perk }).innerText())?.[1])

test('by keyboard alone a customer is found, gets a perk, it is undone, and the next one comes', async () => {
  const code = await codeOf('anna')
  const { page, complaints } = await openCounter()
  await scan(page, code)
  await isHere(page, 'Anna Berg')
  const before = await leftOf(page, 'Lounge entry')
  await page.keyboard.press(await keyOf(page, 'Lounge entry'))
  await said(page, 'Granted: Lounge entry for Anna Berg.')
  expect(await leftOf(page, 'Lounge entry')).toBe(before - 1)
  await page.keyboard.press('u')
  await said(page, 'Taken back: Lounge entry for Anna Berg.')
  expect(await leftOf(page, 'Lounge entry')).toBe(before)
  await page.keyboard.press('Escape')
  expect(await page.getByRole('heading', { name: 'Anna Berg' }).isVisible()).toBe(false)
  // The next customer is found by their number, and a scan needs no Esc before it.
  await scan(page, 'm-1005')
  await isHere(page, 'm-1005')
  await scan(page, code)
  await isHere(page, 'Anna Berg')
  expect(complaints).toEqual([])
})

test('a basket says what it is short of, and what it gets once it is enough', async () => {
  const { page } = await openCounter()
  await scan(page, 'm-1001')
  await isHere(page, 'm-1001')
  await page.getByText('Depends on the basket').waitFor()
  await page.keyboard.press('+')
  await page.keyboard.type('13')
  await page.keyboard.press('Enter')
  await page.getByText('£12 more (on orders of £25 or more)').waitFor()
  await page.keyboard.press('+')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('25.00')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Free delivery' }).waitFor()
  await page.keyboard.press(await keyOf(page, 'Free delivery'))
  await said(page, 'Granted: Free delivery for m-1001.')
})

test('what the tier does not have says from which tier on it is had', async () => {
  const { page } = await openCounter()
  await scan(page, 'm-1005')
  await isHere(page, 'm-1005')
  await page.getByText('From Gold on').first().waitFor()
  expect(await page.getByRole('button', { name: 'Lounge entry' }).count()).toBe(0)
})

test.each([
  ['', 'Type or scan the code on the card, or the member’s number.'],
  ['m-nobody', 'Nothing is known of this member'],
  ['0000-0000-0001', 'One of these characters is wrong, or two have changed places.'],
])('%j typed as a code is answered with what to do', async (typed, sentence) => {
  const { page, complaints } = await openCounter()
  await page.getByLabel('Card code or member number').fill(typed)
  await page.keyboard.press('Enter')
  await said(page, sentence)
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
})

test.each(['ten', '-5', '1e3', '12.345', ''])(
  'a basket of %j is refused, and the amount is asked for again',
  async (amount) => {
    const { page } = await openCounter()
    await scan(page, 'm-1002')
    await isHere(page, 'm-1002')
    await page.keyboard.press('+')
    if (amount) await page.keyboard.type(amount)
    await page.keyboard.press('Enter')
    await said(page, /is not an amount|decimals/)
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('amount')
  },
)

test('without a connection it says so at once, grants nothing, and goes on when it is back', async () => {
  const { page, context } = await openCounter()
  await scan(page, 'm-1002')
  await isHere(page, 'm-1002')
  await context.setOffline(true)
  await page.getByText('There is no connection. Nothing is granted until it is back.').waitFor()
  expect(await page.getByRole('button', { name: 'Lounge entry' }).isDisabled()).toBe(true)
  await page.keyboard.press(await keyOf(page, 'Lounge entry'))
  await said(page, 'Nothing is granted without a connection.')
  await context.setOffline(false)
  await page.getByText('There is no connection.').waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: 'Lounge entry' }).isDisabled()).toBe(false)
})

test('when the answer is lost the same request is sent again, and the perk is used once', async () => {
  const { page, context } = await openCounter()
  await scan(page, 'm-1003')
  await isHere(page, 'm-1003')
  const before = await leftOf(page, 'Lounge entry')
  const keys: (string | undefined)[] = []
  await context.route('**/redemptions', async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    if (keys.length > 1) return route.continue()
    await route.fetch()
    await route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"detail":"Too busy."}' })
  })
  await page.keyboard.press(await keyOf(page, 'Lounge entry'))
  await said(page, 'No answer came for Lounge entry for m-1003')
  await page.keyboard.press('Escape')
  await said(page, 'First the answer to what was asked before')
  await page.reload()
  await said(page, 'Granted: Lounge entry for m-1003.')
  expect(keys).toEqual([expect.stringMatching(/^[\da-f-]{36}$/), keys[0]])
  await scan(page, 'm-1003')
  await isHere(page, 'm-1003')
  expect(await leftOf(page, 'Lounge entry')).toBe(before - 1)
})

test.each([TILL, PHONE])('it fits %o, and is accessible there in the light and in the dark', async (viewport) => {
  const { page, complaints } = await openCounter(viewport)
  await scan(page, 'm-1002')
  await isHere(page, 'm-1002')
  expect(
    await page
      .locator('h1')
      .filter({ hasText: /^Counter$/ })
      .count(),
  ).toBeGreaterThan(0)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await findingsOfAxe(page)).toEqual([])
  }
  expect(await sidewaysScroll(page)).toBe(0)
  expect(complaints).toEqual([])
})

test('whoever may not redeem is told so, and whoever is not signed in is asked to', async () => {
  const { page } = await openWindow()
  await page.goto('/desk')
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await signIn(page, 'anna', '/desk')
  await page.getByRole('heading', { name: 'The counter cannot be opened.' }).waitFor()
  await page.getByText('This needs the right perks:redeem').waitFor()
  expect(await findingsOfAxe(page)).toEqual([])
})

test('Anna’s card has a code to read and to scan, fits a phone, and is printed at the size of a card', async () => {
  const { page, complaints } = await openWindow({ viewport: PHONE })
  await signIn(page, 'anna', '/card')
  expect(await page.locator('.card-code').innerText()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(await page.locator('.card').innerText()).not.toContain('m-1001')
  expect(await sidewaysScroll(page)).toBe(0)
  expect(await findingsOfAxe(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  const { width = 0, height = 0 } = (await page.locator('.card').boundingBox()) ?? {}
  const mm = (pixels: number) => Math.round((pixels / 96) * 254) / 10
  expect([mm(width), mm(height)]).toEqual([85.6, 54])
  expect(await page.getByRole('heading').first().isVisible()).toBe(false)
  expect(complaints).toEqual([])
})

test('the code of a card is of no use to whoever does not work at a counter', async () => {
  const { page } = await openWindow()
  const code = await codeOf('ben')
  await signIn(page, 'anna')
  const ask = (path: string) => page.evaluate((url) => fetch(url).then(({ status }) => status), path)
  expect(await ask(`/api/v1/cards/${code}`)).toBe(403)
  expect((await fetch(`${inject('houseOrigin')}/api/v1/cards/${code}`)).status).toBe(401)
})

test('what a colleague asked for is not asked for again in another’s name', async () => {
  const { page } = await openCounter()
  const asked = {
    ...{ key: crypto.randomUUID(), by: 'somebody@fairweather.example', member: 'm-1004', who: 'Dev Patel' },
    ...{ perk: 'lounge', perkName: 'Lounge entry', basket: null },
  }
  await page.evaluate((kept) => sessionStorage.setItem('cleartier.asked', JSON.stringify(kept)), asked)
  let sent = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/redemptions')) sent++
  })
  await page.reload()
  await said(page, 'Whether Lounge entry for Dev Patel was granted to your colleague is not known.')
  expect(sent).toBe(0)
})

test('nobody signs out while an answer is open', async () => {
  const { page, context } = await openCounter()
  await scan(page, 'm-1004')
  await isHere(page, 'm-1004')
  await context.route('**/redemptions', (route) => route.fulfill({ status: 503, body: '{}' }))
  await page.keyboard.press(await keyOf(page, 'Lounge entry'))
  await said(page, 'No answer came')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await said(page, 'First the answer to what was asked before')
  await context.unroute('**/redemptions')
  await page.keyboard.press('r')
  await said(page, 'Granted: Lounge entry for m-1004.')
})
