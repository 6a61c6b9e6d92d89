import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { enter, tabTo, typeIn } from './by-keyboard.ts'
import { ownHouse } from './own-house.ts'
import { isSaid, isSaved } from './studio-draft.ts'

/** Signs in at the page that asked for it, and comes back to it. */
async function signInByKeyboard(page: Page, name: string): Promise<void> {
  const { pathname, search } = new URL(page.url())
  await enter(page, 'Sign in')
  await page.getByLabel('Email address').waitFor()
  await typeIn(page, 'Email address', `${name}@fairweather.example`)
  await typeIn(page, 'Password', `demo-${name}`)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === pathname && url.search === search)
}

test('the whole journey by keyboard alone: from signing in to the page that says it', async () => {
  const house = await ownHouse()
  const { page, complaints } = await house.visit()
  await page.goto('/studio')
  await page.getByRole('heading', { name: 'Sign in to open the studio.' }).waitFor()
  await signInByKeyboard(page, 'mara')
  await page.getByLabel('Title').waitFor()
  await typeIn(page, 'Title', 'By keyboard')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'By keyboard', level: 1 }).waitFor()

  await enter(page, 'In force from')
  const month = page.getByLabel(/^In force from, at the earliest/)
  while ((await month.inputValue()) !== '2027-03') await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'In force from: 1 March 2027' }).waitFor()
  await enter(page, 'Gold, way 1')
  await page.keyboard.type('1200.00')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Gold, way 1: Spend £1,200 in 12 months' }).waitFor()
  await enter(page, 'Lounge entry for Gold')
  await typeIn(page, 'At most this many times', '20')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Lounge entry for Gold: 20 a year' }).waitFor()
  await isSaved(page)
  const warnings = await page.getByLabel('Why it may stay as it is').count()
  for (let done = 0; done < warnings; done++) await typeIn(page, 'Why it may stay as it is', 'We looked at it.')
  await page.keyboard.press('Tab')
  await isSaved(page)

  await enter(page, 'What it would do')
  await page.getByRole('heading', { name: 'On what this rests' }).waitFor()
  await enter(page, 'Approve and publish')
  await page.getByRole('button', { name: 'Submit for approval' }).waitFor()
  await enter(page, 'Submit for approval')
  await isSaid(page, 'You wrote in it, so it cannot be you.')

  const finance = await house.visit()
  await finance.page.goto(page.url())
  await finance.page.getByRole('heading', { name: 'Sign in to open the studio.' }).waitFor()
  await signInByKeyboard(finance.page, 'finn')
  await finance.page.getByRole('button', { name: 'Approve', exact: true }).waitFor()
  await typeIn(finance.page, 'Remark', 'Read by keyboard.')
  await enter(finance.page, /^Approve$/)
  await isSaid(finance.page, 'It is approved.')

  await page.reload()
  await page.getByRole('button', { name: 'Publish' }).waitFor()
  await enter(page, /^Publish$/)
  await isSaid(page, 'Edition 3 is announced.')
  await enter(page, 'What changed, as customers read it')
  await page.getByText('Gold: spend in 12 months from £1,000 to £1,200, from 1 March 2027.').waitFor()

  await page.goto('/studio')
  await page.getByRole('heading', { name: 'Published' }).waitFor()
  await enter(page, 'Withdraw edition 3')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('will not take effect')
  await tabTo(page, 'Withdraw edition 3')
  await page.keyboard.press('Enter')
  await page.getByText('Withdrawn: it was to take effect on 1 March 2027.').waitFor()
  // Browsers note that nobody was signed in at first.
  expect([...complaints, ...finance.complaints].filter((complaint) => !complaint.includes('401'))).toEqual([])
})
