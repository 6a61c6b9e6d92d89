import type { Page } from 'playwright-core'
import { button, isSaved, press } from './studio-draft.ts'

export const draftOf = (page: Page): string => new URL(page.url()).searchParams.get('draft') ?? ''
export const view = (name: string, draft: string): string => `/studio?${new URLSearchParams({ view: name, draft })}`
export const region = (page: Page, name: string) => page.getByRole('region', { name })

/** Begins a draft in the list of the studio. */
export async function begin(page: Page, title: string): Promise<string> {
  await page.goto('/studio')
  await page.getByLabel('Title').fill(title)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  return draftOf(page)
}

/** Gold asks for £1,200 and brings more visits to the lounge, from March 2027. */
export async function changeRules(page: Page): Promise<void> {
  await press(page, 'Gold, way 1')
  await page.keyboard.type('1200.00')
  await page.keyboard.press('Enter')
  await press(page, 'Lounge entry for Gold')
  await page.getByLabel('At most this many times').fill('20')
  await page.keyboard.press('Enter')
  await press(page, 'In force from')
  await page.getByLabel(/^In force from, at the earliest/).selectOption('2027-03')
  await page.keyboard.press('Enter')
  await button(page, 'In force from: 1 March 2027').waitFor()
}

/** Says of every warning why it may stay. */
export async function explainAll(page: Page): Promise<void> {
  for (const field of await page.getByLabel('Why it may stay as it is').all()) await field.fill('We looked at it.')
  await isSaved(page)
}

/** Takes a step on the page of approval, and waits for what is said then. */
export async function take(page: Page, name: string, said: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('status').filter({ hasText: said }).waitFor()
}
