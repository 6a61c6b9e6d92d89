import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectWellMade } from './expect-well-made.ts'
import { signIn } from './sign-in.ts'
import { findingsOfAxe, openWindow, sidewaysScroll } from './window.ts'

const PHONE = { width: 320, height: 640 }
const VIEWS = [
  ...['costs', 'entries', 'budget', 'exposure', 'tiers', 'invoices', 'refunds'],
  ...['unit-costs', 'periods', 'exports'],
]

/** Finance's page, opened by Finn, who works there. */
async function openFinance(search = '', viewport = { width: 1280, height: 900 }) {
  const window = await openWindow({ viewport })
  await signIn(window.page, 'finn', '/finance')
  if (search !== '') await window.page.goto(`/finance${search}`)
  await isShown(window.page)
  return window
}

const isShown = (page: Page) => page.locator('.report-lead:not(:empty)').waitFor()
const isAt = (page: Page, title: string | RegExp) => page.getByRole('heading', { level: 1, name: title }).waitFor()
const said = (page: Page, sentence: string | RegExp) => page.getByRole('status').filter({ hasText: sentence }).waitFor()
const alarmed = (page: Page, sentence: string | RegExp) =>
  page.getByRole('alert').filter({ hasText: sentence }).waitFor()

/** Presses Tab until what is wanted has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 250; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} was not reached by keyboard.`)
}

test('by keyboard alone one gets from the month’s sentence to the single use, and back', async () => {
  const { page, complaints } = await openFinance()
  expect(await page.locator('.report-lead').innerText()).toMatch(
    /^In November, [\d,]+ uses? of perks (?:has|have) cost £[\d,]+\.\d\d so far.*; .+ is the largest at £[\d,]+\.\d\d\./,
  )
  await tabTo(page, '.heat tbody td a')
  await page.keyboard.press('Enter')
  await isAt(page, 'Costs')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Costs')
  await tabTo(page, '.sheet tbody td:last-child a')
  await page.keyboard.press('Enter')
  await isAt(page, 'Entries')
  await tabTo(page, '.sheet tbody th a')
  await page.keyboard.press('Enter')
  await isAt(page, /^One use of /)
  await page.getByText('Promised', { exact: true }).waitFor()
  await page.getByRole('row', { name: /^Together/ }).waitFor()
  expect(await findingsOfAxe(page)).toEqual([])
  await page.setViewportSize(PHONE)
  expect(await sidewaysScroll(page)).toBe(0)
  for (const title of ['Entries', 'Costs', /2026$/]) {
    await page.goBack()
    await isAt(page, title)
  }
  expect(complaints).toEqual([])
})

test('filters live in the address, and whoever gets it sees the same after signing in', async () => {
  const { page } = await openFinance('?view=costs&from=2026-09&to=2026-11')
  await page.getByLabel('Perk', { exact: true }).first().selectOption({ label: 'Free delivery' })
  await page.getByRole('checkbox', { name: 'Month' }).check()
  await page.getByRole('checkbox', { name: 'Perk' }).uncheck()
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL('**/finance?view=costs&by=month&from=2026-09&to=2026-11&perk=free-delivery')
  const table = await page.locator('.sheet').innerText()
  const colleague = await openWindow({ viewport: { width: 1280, height: 900 } })
  await colleague.page.goto(page.url())
  await colleague.page.getByRole('link', { name: 'Sign in' }).click()
  await colleague.page.getByLabel('Email address').fill('fay@fairweather.example')
  await colleague.page.getByLabel('Password').fill('demo-fay')
  await colleague.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isShown(colleague.page)
  expect(colleague.page.url()).toBe(page.url())
  expect(await colleague.page.locator('.sheet').innerText()).toBe(table)
})

test('a period that ends before it starts is told, and what was typed stays', async () => {
  const { page } = await openFinance('?view=tiers')
  await page.getByLabel('From month').fill('2026-11')
  await page.getByLabel('To month').fill('2026-10')
  await page.getByRole('button', { name: 'Show' }).click()
  await alarmed(page, 'The period ends before it starts.')
  expect(await page.getByLabel('From month').inputValue()).toBe('2026-11')
  expect(page.url()).not.toContain('from=')
})

test('without a connection what is on the screen stays, and it goes on when it is back', async () => {
  const { page, context } = await openFinance('?view=tiers')
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Budgets' }).click()
  await alarmed(page, 'There is no connection')
  expect(await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Tiers' }).isVisible()).toBe(true)
  await context.setOffline(false)
  await page.getByRole('link', { name: 'Budgets' }).click()
  await isAt(page, 'Budgets')
  expect(await page.locator('.finance-alarm').innerText()).toBe('')
})

test('more entries are added under those that are there, and the button keeps the focus', async () => {
  const { page } = await openFinance('?view=entries')
  const rows = page.locator('.sheet tbody tr')
  const before = await rows.count()
  await page.getByRole('button', { name: 'Show more' }).focus()
  await page.keyboard.press('Enter')
  await said(page, /^\d+ more, \d+ in all\.$/)
  expect(await rows.count()).toBeGreaterThan(before)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Show more')
})

test('totals are checked against every entry at the press of a button', async () => {
  const { page } = await openFinance('?view=costs&from=2026-11&to=2026-11')
  await page.getByRole('button', { name: 'Check these months against every entry' }).click()
  await said(page, /^[\d,]+ entr(?:y|ies) of November 2026 add up to £[\d,.]+, and every total agrees\.$/)
})

/** A file as a supplier sends it. */
const csv = (...rows: readonly string[]) => ({
  name: 'invoice.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['id,date,amount,currency,redemption', ...rows].join('\n')),
})

async function check(page: Page, ...rows: readonly string[]): Promise<void> {
  await page.getByLabel('File').setInputFiles(csv(...rows))
  await page.getByLabel(/^Supplier/).fill('parcel-line')
  await page.getByRole('button', { name: 'Check' }).click()
}

test('an invoice with mistakes is told by row and not booked; mended it is checked, then booked', async () => {
  const { page } = await openFinance('?view=invoices')
  const [use] = await page.evaluate(async () => {
    const response = await fetch('/api/v1/finance/entries?kind=use&limit=1')
    return ((await response.json()) as { items: { redemption: string }[] }).items
  })
  await check(page, `bill-1,2026-11-10,3.99,EUR,${use?.redemption}`, `bill-2,2026-11-10,-1.00,GBP,${use?.redemption}`)
  await page.getByRole('heading', { name: 'Nothing was booked' }).waitFor()
  expect(await page.getByRole('row', { name: /^2 / }).innerText()).toContain('GBP')
  expect(await page.getByRole('row', { name: /^3 / }).innerText()).toContain('below zero')
  await check(page, `bill-1,2026-11-10,3.99,GBP,${use?.redemption}`, 'bill-2,2026-11-10,3.99,GBP,r-nothing')
  await page.getByRole('heading', { name: 'What would come of it' }).waitFor()
  await page.getByText('2 rows, £7.98 in all: 1 matched to a use, 0 reported before, 1 without a use.').waitFor()
  await page.getByRole('button', { name: 'Book this invoice' }).click()
  await said(page, 'Booked: 2 rows.')
  await page.getByRole('cell', { name: 'No use has this id' }).first().waitFor()
  await page.getByRole('link', { name: 'Matched' }).first().click()
  await isAt(page, /^One use of /)
  await page.getByRole('row', { name: /True-up .*parcel-line bill-1: £3\.99/ }).waitFor()
  await page.getByRole('row', { name: 'Together £3.99' }).waitFor()
})

test('unit costs that cannot be are told beside their field; they are kept once they can, and taken back', async () => {
  const { page } = await openFinance('?view=unit-costs')
  const unit = page.getByRole('group', { name: 'Lounge entry' }).getByLabel('Unit cost in GBP')
  await unit.fill('nine')
  await page.getByRole('button', { name: 'Keep for approval' }).click()
  await page.locator('.field-fault').first().waitFor()
  expect(await unit.getAttribute('aria-invalid')).toBe('true')
  expect(await unit.inputValue()).toBe('nine')
  expect(await findingsOfAxe(page)).toEqual([])
  await unit.fill('9.81')
  await page.getByRole('button', { name: 'Keep for approval' }).click()
  await said(page, 'Kept. Somebody else in finance approves it.')
  await page.getByText('You changed it last, so somebody else in finance approves it.').waitFor()
  expect(await page.getByRole('button', { name: 'Approve and publish' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Take back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await said(page, 'Taken back.')
})

test('a month is closed once somebody has read what that means, and can be checked from then on', async () => {
  const { page } = await openFinance('?view=periods')
  const close = page.getByRole('button', { name: 'Close October 2026' })
  await close.click()
  await page.getByRole('dialog', { name: 'Close October 2026?' }).getByText('This is for good').waitFor()
  expect(await findingsOfAxe(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await close.isVisible()).toBe(true)
  await close.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close October 2026' }).click()
  await said(page, 'October 2026 is closed.')
  await page.getByRole('button', { name: 'Verify October 2026' }).click()
  await said(page, /^October 2026 holds: all [\d,]+ entries are those that were signed\.$/)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Archive of October 2026' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/2026-10.*\.zip$/)
})

test('an export says what it holds before it is fetched', async () => {
  const { page } = await openFinance('?view=exports')
  await page.getByLabel('Format').selectOption({ label: 'CSV for machines' })
  await page.getByLabel('From month').fill('2026-11')
  await page.getByLabel('To month').fill('2026-11')
  await page.getByRole('button', { name: 'Prepare' }).click()
  await page.getByText(/[\d,]+ entries of November 2026, which come to £[\d,.]+\./).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/2026-11.*\.csv$/)
})

test.each(['', ...VIEWS.map((view) => `?view=${view}`)])(
  'the view %j fits 320 px and is accessible there and wide, in the light and in the dark',
  async (search) => {
    const { page, complaints } = await openFinance(search, PHONE)
    await expectWellMade(page, complaints)
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await findingsOfAxe(page)).toEqual([])
  },
)

test('on paper it is a report: what it is about and when it was printed, and nothing to press', async () => {
  const { page } = await openFinance('?view=costs&from=2026-10&to=2026-11')
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const head = await page.locator('.printed').innerText()
  expect(head).toMatch(/Fairweather Rewards, finance: Costs · October to November 2026[\s\S]*Printed on \d/)
  for (const gone of ['.views', '.filters', '.finance-foot', '.masthead', '.sheet ~ .actions'])
    expect(await page.locator(gone).first().isVisible(), gone).toBe(false)
  expect(
    await page
      .locator('.sheet tbody tr')
      .first()
      .evaluate((row) => getComputedStyle(row).display),
  ).toBe('table-row')
  expect(await sidewaysScroll(page)).toBe(0)
})

test.each(['mara', 'tess', 'anna'])('%s, who is not of finance, sees a calm sentence and no figure', async (name) => {
  const { page } = await openWindow()
  await signIn(page, name, '/finance')
  await page.getByRole('heading', { name: 'This page is finance’s.' }).waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/[£\d]/)
  expect(await findingsOfAxe(page)).toEqual([])
})

test('the address of a use that is none says so, and leads on to what there is', async () => {
  const { page } = await openFinance('?view=use&id=r-nothing')
  await isAt(page, 'There is nothing to show here')
  await page.getByRole('link', { name: 'Costs', exact: true }).click()
  await isAt(page, 'Costs')
})
