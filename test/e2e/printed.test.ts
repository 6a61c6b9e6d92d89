import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openWindow } from './window.ts'

/** How many sheets of A4 the page takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4' })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

test('the perk table is printed on one page, as a table, with what everybody gets', async () => {
  const { page } = await openWindow()
  await page.goto('/perks')
  expect(await sheets(page)).toBe(1)
  await page.setViewportSize({ width: 690, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.perk-heads').evaluate((head) => getComputedStyle(head).position)).toBe('static')
  expect(await page.getByRole('heading', { name: 'What everybody gets' }).isVisible()).toBe(true)
})
