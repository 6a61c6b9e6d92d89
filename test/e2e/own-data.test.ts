import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '#local/house.ts'
import { steadyClock } from '../setup/steady-clock.ts'
import { expectWellMade } from './expect-well-made.ts'
import { signIn } from './sign-in.ts'
import { findingsOfAxe, openWindow } from './window.ts'

const OWN_DATA = '/standing/data'

/** A house of its own: who is erased here is missed in no other test. */
let house: House
beforeAll(async () => {
  const report = (error: unknown) => console.error(error)
  house = await startHouse({ port: 0, dataDir: null, now: steadyClock(), tell: () => {}, report })
})
afterAll(() => house.stop())

describe.each(['anna', 'ella'])('the data of %s', (name) => {
  test('is on a page that is accessible in the light and in the dark, and fits a phone of 320 pixels', async () => {
    const { page, complaints } = await openWindow({ viewport: { width: 320, height: 600 } })
    await signIn(page, name)
    await page.getByRole('link', { name: 'Your data' }).click()
    await page.locator('[data-state=ready] h1').waitFor()
    await expectWellMade(page, complaints)
  })
})

test('Anna takes away all that is held of her', async () => {
  const { page } = await openWindow()
  await signIn(page, 'anna', OWN_DATA)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download all that is held' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('my-data.json')
  const held = (await json(await download.createReadStream())) as { readonly entries: readonly unknown[] }
  expect(held).toMatchObject({ member: 'm-1001', name: 'Anna Berg' })
  expect(held.entries.length).toBeGreaterThan(5)
})

test('Ben has himself erased by keyboard, not by mistake, and is a newcomer when he comes back', async () => {
  const { page, complaints } = await openWindow({ baseURL: house.origin })
  await signIn(page, 'ben')
  await page.goto(OWN_DATA)
  await page.locator('[data-state=ready] h1').waitFor()
  const button = page.getByRole('button', { name: 'Erase my data' })
  await button.press('Enter')
  expect(await page.locator('[name=sure]').evaluate((box: HTMLInputElement) => box.validity.valid)).toBe(false)
  await page.locator('[name=sure]').press('Space')
  await button.press('Enter')
  await page.getByRole('heading', { name: 'Your data is erased.' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Your data is erased.')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  expect(await findingsOfAxe(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.goto('/standing')
  await page.getByRole('link', { name: 'Sign in', exact: true }).first().click()
  await page.getByRole('button', { name: 'Sign in as Ben Okafor' }).click()
  await page.waitForURL((url) => url.pathname === '/standing')
  await page.locator('[data-state=ready] h1').waitFor()
  expect(await page.locator('[data-place=tier]').innerText()).toContain('Member')
})

test('an erasure whose answer is lost says so, and pressing again completes it', async () => {
  const { page, context } = await openWindow({ baseURL: house.origin })
  await signIn(page, 'dev', OWN_DATA)
  await page.locator('[data-state=ready] h1').waitFor()
  await context.route('**/api/v1/me', (route) => route.abort())
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Erase my data' }).click()
  await page.getByText('Check the connection, and press again: that completes it.').waitFor()
  await context.unroute('**/api/v1/me')
  await page.getByRole('button', { name: 'Erase my data' }).click()
  await page.getByRole('heading', { name: 'Your data is erased.' }).waitFor()
})

test('whoever is not signed in is asked to', async () => {
  const { page } = await openWindow()
  await page.goto(OWN_DATA)
  await page.getByRole('heading', { name: 'Sign in to see to your data.' }).waitFor()
  expect(await findingsOfAxe(page)).toEqual([])
})
