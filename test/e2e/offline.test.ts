import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signIn } from './sign-in.ts'
import { findingsOfAxe, openWindow } from './window.ts'

/** The page, its two style sheets, its face and its script are there, and somebody who hands them out. */
const pageIsKept = (page: Page) =>
  page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready
    const kept = await caches.open('cleartier.page')
    return active?.state === 'activated' && (await kept.keys()).length === 5
  })

test('when the shop cannot be reached Anna still sees her last standing, with its time', async () => {
  const { page, context } = await openWindow()
  await signIn(page, 'anna')
  await page.locator('[data-state=ready] h1').waitFor()
  await context.route('**/api/v1/me/**', (route) => route.abort())
  await page.reload()
  await page.getByText(/^There is no connection\. This is your standing as it was on \d+ \w+ \d{4} at/).waitFor()
  expect(await page.locator('[data-state=ready] h1').innerText()).toContain('£187.60')
  expect(await findingsOfAxe(page)).toEqual([])
})

test('the page itself and all its files are there without a connection', async () => {
  const { page, context } = await openWindow()
  await signIn(page, 'anna')
  await pageIsKept(page)
  await page.reload()
  await pageIsKept(page)
  await context.setOffline(true)
  const answers = await page.evaluate(async () => {
    const kept = await (await caches.open('cleartier.page')).keys()
    return Promise.all(kept.map(({ url }) => fetch(url, { cache: 'no-store' }).then(({ status }) => status)))
  })
  expect(new Set(answers)).toEqual(new Set([200]))
  expect(
    await page.evaluate(() =>
      fetch('/perks', { cache: 'no-store' }).then(
        () => 'there',
        () => 'gone',
      ),
    ),
  ).toBe('gone')
})

test('signing out without a connection is not pretended', async () => {
  const { page, context } = await openWindow()
  await signIn(page, 'dev')
  await page.locator('[data-state=ready] h1').waitFor()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('You are still signed in: signing out did not get through.').waitFor()
})

test('after signing out nothing of the member is left on the device', async () => {
  const { page, context } = await openWindow()
  await signIn(page, 'dev')
  await page.locator('[data-state=ready] h1').waitFor()
  expect(await page.evaluate(() => localStorage.length)).toBe(1)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await context.route('**/api/v1/me/**', (route) => route.abort())
  await page.goto('/standing')
  await page.getByText('There is no connection.').waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/Silver since|to reach/)
})
