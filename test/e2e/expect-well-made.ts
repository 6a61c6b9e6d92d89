import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findingsOfAxe, sidewaysScroll } from './window.ts'

/** A page that is shown at 320 px has one heading, fits, and is accessible there and wide in the dark; nothing went wrong. */
export async function expectWellMade(page: Page, complaints: readonly string[]): Promise<void> {
  expect(await page.locator('h1:visible').count()).toBe(1)
  expect(await sidewaysScroll(page)).toBe(0)
  expect(await findingsOfAxe(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await findingsOfAxe(page)).toEqual([])
  expect(complaints).toEqual([])
}
