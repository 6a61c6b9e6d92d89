import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { landscape } from '../studio/uploads.ts'
import { expectWellMade } from './expect-well-made.ts'
import { ownHouse } from './own-house.ts'
import { isSaved, kept, press } from './studio-draft.ts'
import { begin, draftOf, explainAll, take, view } from './studio-journey.ts'
import { sidewaysScroll } from './window.ts'

const FILE_FIELD = 'A picture: PNG, JPEG or WebP, up to 5 MB'
const isDrawn = (page: Page) =>
  page.locator('img.tier-picture').evaluate(async (picture: HTMLImageElement) => {
    await picture.decode()
    return picture.naturalWidth > 0
  })

test('a picture is uploaded in the editor, seen in the preview, published, and found on the tier’s page', async () => {
  const house = await ownHouse()
  const { page, complaints } = await house.enter('mara', '/studio')
  await begin(page, 'With a picture')
  await press(page, 'Picture of Gold')
  const choose = (buffer: Buffer, mimeType = 'image/jpeg') =>
    page.getByLabel(FILE_FIELD).setInputFiles({ name: 'seats.jpg', mimeType, buffer })
  await choose(Buffer.from('Dear customers,'))
  await page.getByText('This is no picture that can be shown.').waitFor()
  expect(complaints).toEqual([expect.stringContaining('422')])
  await choose(await landscape(2400, 1600).jpeg().toBuffer())
  await page.getByLabel('What it shows, for those who do not see it').fill('The seats by the window')
  await page.keyboard.press('Enter')
  await isSaved(page)
  // What it shows is not said in German yet.
  await page.getByLabel('Why it may stay as it is').first().waitFor({ state: 'attached' })
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true
  })
  const { version } = await kept(page)
  await explainAll(page)
  await expect.poll(async () => (await kept(page)).version, { timeout: 20_000 }).toBeGreaterThan(version)
  const draft = draftOf(page)

  await page.goto(view('preview', draft))
  await page.getByLabel('Page', { exact: true }).selectOption('/tiers/gold')
  const framed = page.frameLocator('iframe').getByRole('img', { name: 'The seats by the window' })
  await framed.waitFor()
  expect(await framed.evaluate((picture: HTMLImageElement) => picture.currentSrc)).toContain('/api/v1/studio/pictures/')

  await page.goto(view('approval', draft))
  await take(page, 'Publish', /Edition 2 has other words now: revision 2\./)
  const visitor = await house.visit({ width: 320, height: 640 })
  await visitor.page.goto('/tiers/gold')
  await visitor.page.getByRole('img', { name: 'The seats by the window' }).waitFor()
  expect(await isDrawn(visitor.page)).toBe(true)
  expect(await sidewaysScroll(visitor.page)).toBe(0)
  await expectWellMade(visitor.page, visitor.complaints)
  expect(complaints).toHaveLength(1)
}, 60_000)
