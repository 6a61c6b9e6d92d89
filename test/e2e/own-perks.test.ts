import { describe, expect, test } from 'vitest'
import { expectWellMade } from './expect-well-made.ts'
import { signIn } from './sign-in.ts'
import { findingsOfAxe, openWindow } from './window.ts'

const OWN_PERKS = '/standing/perks'

test('Anna sees what is left of her perks, and her column in the table of all', async () => {
  const { page, complaints } = await openWindow()
  await signIn(page, 'anna')
  await page.getByRole('link', { name: 'What is left of each' }).click()
  await page.locator('[data-state=ready] h1').waitFor()
  expect(await page.locator('[data-state=ready] h1').innerText()).toContain('Silver gives you four perks.')
  const lounge = page.locator('[data-place=allowances] tr').filter({ hasText: 'Lounge entry' })
  expect((await lounge.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/^Lounge entry 2 a year \d \d 1 January 2027$/)
  expect(await page.locator('[data-place=locked]').innerText()).toContain('Alterations, from Gold on')
  expect(await page.locator('th.mine').innerText()).toContain('Silver')
  const marked = await page.locator('tr#lounge td.mine .cell-terms').allInnerTexts()
  expect(marked).toEqual(['2 a year'])
  expect(await page.locator('.perk-row td.mine').count()).toBe(await page.locator('.perk-row').count())
  expect(complaints).toEqual([])
})

describe.each(['anna', 'clara', 'ella'])('the perks of %s', (name) => {
  test('are accessible in the light and in the dark, and fit a phone of 320 pixels', async () => {
    const { page, complaints } = await openWindow({ viewport: { width: 320, height: 600 } })
    await signIn(page, name, OWN_PERKS)
    await page.locator('[data-state=ready] h1').waitFor()
    await expectWellMade(page, complaints)
  })
})

test('whoever is not signed in is asked to, and comes back to the page', async () => {
  const { page } = await openWindow()
  await page.goto(OWN_PERKS)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign in as Dev Patel' }).click()
  await page.waitForURL((url) => url.pathname === OWN_PERKS)
  await page.locator('[data-state=ready] h1').waitFor()
})

test('when nothing can be fetched the page says so, and tries again when asked', async () => {
  const { page, context } = await openWindow()
  await signIn(page, 'anna', OWN_PERKS)
  await page.locator('[data-state=ready] h1').waitFor()
  await context.route('**/api/v1/me/perks', (route) => route.abort())
  await page.reload()
  await page.getByText('There is no connection.').waitFor()
  expect(await findingsOfAxe(page)).toEqual([])
  await context.unroute('**/api/v1/me/perks')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('[data-state=ready] h1').waitFor()
})
