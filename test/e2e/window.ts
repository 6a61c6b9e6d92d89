import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'

/** A browser window of a visitor of the house, and what the browser complained about in it. */
export interface Window {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors on the console, uncaught ones, and what the content security policy stopped. */
  readonly complaints: readonly string[]
}

let connected: Promise<Browser> | undefined

/** Opens a window that shares nothing with any other; it closes when the test is over. */
export async function openWindow(options: BrowserContextOptions = {}): Promise<Window> {
  connected ??= chromium.connect(inject('browserEndpoint'))
  const browser = await connected
  const context = await browser.newContext({ baseURL: inject('houseOrigin'), reducedMotion: 'reduce', ...options })
  onTestFinished(() => context.close())
  const complaints: string[] = []
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, context, complaints }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with the page as it stands: "rule: element". The strict policy allows no script tag for it. */
export async function findingsOfAxe(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    interface Violation {
      readonly id: string
      readonly nodes: readonly { readonly target: readonly string[] }[]
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  })
}

/** How many pixels the page is wider than its window. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
