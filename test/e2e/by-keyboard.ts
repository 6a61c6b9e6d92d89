import type { Page } from 'playwright-core'

/** More than any page has to be gone through. */
const MOST_STEPS = 400

/** Presses Tab until something of this name has the focus; a label, or what it says. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab')
    const focused = await nameOfFocused(page)
    if (typeof name === 'string' ? focused.startsWith(name) : name.test(focused)) return
  }
  throw new Error(`The Tab key never comes to ${name}.`)
}

/** Goes to something by the Tab key, and presses Enter. */
export async function enter(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Goes to a field by the Tab key, and writes in it. */
export async function typeIn(page: Page, name: string | RegExp, words: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.type(words)
}

const nameOfFocused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document
    const labels = element instanceof HTMLElement && 'labels' in element ? (element.labels as NodeListOf<Element>) : []
    return (element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '').trim()
  })
