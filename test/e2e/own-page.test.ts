import { describe, expect, inject, test } from 'vitest'
import { expectWellMade } from './expect-well-made.ts'
import { signIn } from './sign-in.ts'
import { findingsOfAxe, openWindow, sidewaysScroll } from './window.ts'

const MEMBERS = ['anna', 'ben', 'clara', 'dev', 'ella']

test('Anna signs in and reads what to do next, in one sentence with exact numbers', async () => {
  const { page, complaints } = await openWindow()
  await signIn(page, 'anna')
  await page.locator('[data-state=ready] h1').waitFor()
  expect((await page.locator('[data-state=ready] h1').innerText()).replaceAll(/\s+/g, ' ')).toBe(
    'Spend £187.60 more by 30 November to reach Gold.',
  )
  expect(complaints).toEqual([])
})

describe.each(MEMBERS)('the page of %s', (name) => {
  test('is accessible in the light and in the dark, fits a phone of 320 pixels, and nothing goes wrong on it', async () => {
    const { page, complaints } = await openWindow({ viewport: { width: 320, height: 600 } })
    await signIn(page, name)
    await page.locator('[data-state=ready] h1').waitFor()
    await expectWellMade(page, complaints)
  })
})

test('whoever is not signed in is asked to, and comes back to the page', async () => {
  const { page } = await openWindow()
  await page.goto('/standing')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign in as Dev Patel' }).click()
  await page.waitForURL((url) => url.pathname === '/standing')
  await page.locator('[data-state=ready] h1').waitFor()
})

test('one can sign in by the keyboard alone', async () => {
  const { page } = await openWindow()
  await page.goto('/auth/login')
  await page.keyboard.press('Tab')
  await page.keyboard.type('anna@fairweather.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type('demo-anna')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === '/standing')
})

test('the sign-in page is accessible, also after a wrong password, and keeps the address', async () => {
  const { page, complaints } = await openWindow({ viewport: { width: 320, height: 600 } })
  await page.goto('/auth/login')
  expect(await findingsOfAxe(page)).toEqual([])
  await page.getByLabel('Email address').fill('anna@fairweather.example')
  await page.getByLabel('Password').fill('not hers')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('Email address').inputValue()).toBe('anna@fairweather.example')
  expect(await findingsOfAxe(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBe(0)
  expect(complaints.filter((text) => !text.includes('401'))).toEqual([])
})

test('after signing out the page is closed, and so is the old cookie', async () => {
  const { page, context } = await openWindow()
  await signIn(page, 'ella')
  await page.locator('[data-state=ready] h1').waitFor()
  const [session] = (await context.cookies()).filter(({ name }) => name === '__Host-cleartier')
  const headers = { cookie: `${session?.name}=${session?.value}` }
  const ask = () => fetch(`${inject('houseOrigin')}/api/v1/me/standing`, { headers })
  expect((await ask()).status).toBe(200)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  expect((await ask()).status).toBe(401)
  await page.goto('/standing')
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  expect(await page.content()).not.toContain('Lindqvist')
})

test('whoever comes back to a sign-in that is over is told how to begin again', async () => {
  const { page } = await openWindow()
  await page.goto('/oidc/interaction/long-gone')
  await page.getByRole('heading', { name: 'Signing in did not work' }).waitFor()
  await page.getByRole('link', { name: 'Start again' }).click()
  await page.getByLabel('Email address').waitFor()
  await page.goto('/auth/callback?code=invented&state=invented')
  expect(await findingsOfAxe(page)).toEqual([])
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Email address').waitFor()
})

test('no script can read the session', async () => {
  const { page } = await openWindow()
  await signIn(page, 'anna')
  expect(await page.evaluate(() => document.cookie)).not.toContain('__Host-cleartier')
})

test('two people in two windows see each their own', async () => {
  const [one, other] = [await openWindow(), await openWindow()]
  await signIn(one.page, 'anna')
  await signIn(other.page, 'ben')
  const member = async ({ page }: typeof one) =>
    (await page.evaluate(() => fetch('/api/v1/me/standing').then((response) => response.json()))).member
  expect([await member(one), await member(other)]).toEqual(['m-1001', 'm-1002'])
  const activity = await one.page.evaluate(() => fetch('/api/v1/me/activity?limit=100').then((r) => r.text()))
  expect(activity).not.toContain('m-1002')
})
