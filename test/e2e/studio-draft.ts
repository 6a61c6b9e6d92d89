import type { Page } from 'playwright-core'
import { signIn } from './sign-in.ts'
import { openWindow } from './window.ts'

const DESKTOP = { width: 1280, height: 900 }

/** A draft of its own, begun by Mara, who works in marketing, and opened in the editor. */
export async function openDraft(title: string, viewport = DESKTOP) {
  const window = await openWindow({ viewport })
  const { page } = window
  page.setDefaultTimeout(10_000)
  await signIn(page, 'mara', '/studio')
  await page.getByLabel('Title').fill(title)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  return window
}

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
export const isSaid = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).waitFor()
export const isSaved = (page: Page) => isSaid(page, /^Saved \d\d:\d\d$/)
export const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

/** Goes to a button as the Tab key would, and presses Enter. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await button(page, name).first().focus()
  await page.keyboard.press('Enter')
}

/** The draft as the API has it. */
export const kept = (page: Page) =>
  page.evaluate(async () => {
    const id = new URLSearchParams(location.search).get('draft')
    const response = await fetch(`/api/v1/studio/drafts/${id}`)
    return (await response.json()) as {
      readonly version: number
      readonly document: { readonly tiers: { headline?: string; story?: string; qualify?: { spend?: string }[] }[] }
    }
  })

/** Writes one line in place of what stands there, and keeps it. */
export async function write(page: Page, what: string, words: string): Promise<void> {
  await press(page, what)
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}
