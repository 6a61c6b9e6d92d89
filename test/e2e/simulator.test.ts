import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { parseMonth } from '#program/month.ts'
import { answer } from '../../web/simulator/answer.ts'
import { programData, programOf } from '../../web/simulator/program.ts'
import { fromQuery, readQuestion } from '../../web/simulator/question.ts'
import { demoEdition } from '../publisher/programs.ts'
import { TODAY } from '../setup/steady-clock.ts'
import { findingsOfAxe, openWindow, sidewaysScroll, type Window } from './window.ts'

const sentence = (page: Page) => page.locator('[data-place=sentence]').innerText()

/** The simulator in a browser whose clock stands in November 2026. */
async function openSimulator(query = '', options: Parameters<typeof openWindow>[0] = {}): Promise<Window> {
  const window = await openWindow(options)
  await window.page.clock.setFixedTime(TODAY)
  await window.page.goto(`/simulator${query}`)
  await window.page.locator('[data-place=simulator]').waitFor()
  return window
}

test('what is written and what is ticked is answered at once, with the network off, and nothing is sent', async () => {
  const { page, context, complaints } = await openSimulator()
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  await context.setOffline(true)
  await page.getByLabel('Spend in a year, GBP').fill('1000')
  expect(await sentence(page)).toBe('You would reach Gold in October 2027.')
  await page.getByLabel('Fairweather Plus').check()
  expect(await sentence(page)).toBe('You would be Gold from this month on.')
  expect(await page.locator('[data-place=worth]').innerText()).toContain('£675.40')
  expect(sent).toEqual([])
  expect(complaints).toEqual([])
})

test('a slider moves its field by the keyboard, and a field its slider', async () => {
  const { page } = await openSimulator()
  const slider = page.getByLabel('Spend in a year, as a slider')
  await slider.focus()
  await page.keyboard.press('End')
  expect(await page.getByLabel('Spend in a year, GBP').inputValue()).toBe(await slider.getAttribute('max'))
  expect(await sentence(page)).toContain('Platinum')
  await page.getByLabel('Spend in a year, GBP').fill('0')
  expect(await slider.inputValue()).toBe('0')
})

test.each([
  '?spend=250&orders=3',
  '?spend=499.99&orders=24&covered=100',
  '?spend=3000&orders=366&plan=plus',
  '?spend=1000&orders=12&before=9000',
  '?spend=0&orders=0',
])('the page opened by the link %s answers what the rules answer', async (query) => {
  const { page, complaints } = await openSimulator(query)
  const program = programOf(programData(await demoEdition()))
  const read = readQuestion(fromQuery(query, program).question, program)
  if ('faults' in read) throw new Error('The link of this test cannot be read.')
  const expected = answer(program, read.intent, read.habits, parseMonth('2026-11'))
  expect(await sentence(page)).toBe(expected.sentence)
  expect(await page.locator('[data-place=worth]').innerText()).toBe(expected.worth)
  const uses = await page.locator('[data-place=perks] tbody td:nth-of-type(1)').allInnerTexts()
  expect(uses.map(Number)).toEqual(expected.perks.map((perk) => perk.uses))
  expect(complaints).toEqual([])
})

test('the link to an answer opens the same answer in another window', async () => {
  const { page } = await openSimulator()
  await page.getByLabel('Spend in a year, GBP').fill('1000')
  await page.getByLabel('Orders in a year', { exact: true }).fill('7')
  const link = (await page.getByRole('link', { name: 'A link to this answer' }).getAttribute('href')) ?? ''
  expect(new URL(page.url()).search).toBe(new URL(link, page.url()).search)
  const other = await openSimulator(new URL(link, page.url()).search)
  expect(await other.page.getByLabel('Orders in a year', { exact: true }).inputValue()).toBe('7')
  expect(await sentence(other.page)).toBe(await sentence(page))
})

test('what cannot be read is said where it stands, and the last answer stays', async () => {
  const { page } = await openSimulator()
  const before = await sentence(page)
  await page.getByLabel('Spend in a year, GBP').fill('a lot')
  await page.getByText('"a lot" is not an amount. Write digits as in "12.50".').waitFor()
  await page.getByText('This is the answer to what could be read last.').waitFor()
  expect(await sentence(page)).toBe(before)
  expect(await findingsOfAxe(page)).toEqual([])
  await page.getByLabel('Spend in a year, GBP').fill('12.50')
  expect(await page.getByText('This is the answer to what could be read last.').isVisible()).toBe(false)
})

test('a link that was tampered with is answered with what was wrong in it, as text', async () => {
  const { page, complaints } = await openSimulator('?spend=%3Cimg%20src=x%20onerror=alert(1)%3E&plan=%3Cb%3E')
  await page.getByText('Spend in a year in the link: "<img src=x onerror=alert(1)>" is not an amount.').waitFor()
  expect(await page.locator('[data-place=link-faults] img').count()).toBe(0)
  expect(await sentence(page)).toBe('You would reach Silver in April 2027.')
  expect(complaints).toEqual([])
})

test('without JavaScript a table of examples answers, and no control is shown that does nothing', async () => {
  const { page } = await openWindow({ javaScriptEnabled: false, viewport: { width: 320, height: 600 } })
  await page.goto('/simulator')
  expect(await page.locator('noscript p').isVisible()).toBe(true)
  expect(await page.getByLabel('Spend in a year, GBP').isVisible()).toBe(false)
  const row = page.getByRole('row').filter({ hasText: '£492 in 12 orders a year, with Fairweather Plus' })
  expect((await row.innerText()).replaceAll(/\s+/g, ' ')).toContain('Gold 1 £675.40')
})

test('the simulator is accessible in the light and in the dark, and fits a phone of 320 pixels', async () => {
  const { page, complaints } = await openSimulator('', { viewport: { width: 320, height: 600 } })
  expect(await sidewaysScroll(page)).toBe(0)
  expect(await findingsOfAxe(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const summary of await page.locator('summary').all()) await summary.click()
  expect(await findingsOfAxe(page)).toEqual([])
  expect(complaints).toEqual([])
})
