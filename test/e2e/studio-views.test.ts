import { expect, test } from 'vitest'
import { expectWellMade } from './expect-well-made.ts'
import { signIn } from './sign-in.ts'
import { isSaved, openDraft, write } from './studio-draft.ts'
import { changeRules, draftOf, explainAll, take, view } from './studio-journey.ts'
import { findingsOfAxe, openWindow } from './window.ts'

const PHONE = { width: 320, height: 640 }

test('the overview and the log fit a phone, and are accessible there and in the dark', async () => {
  const { page, complaints } = await openWindow({ viewport: PHONE })
  await signIn(page, 'mara', '/studio')
  await page.getByRole('heading', { name: 'Published' }).waitFor()
  await page.getByText('As a table').click()
  await expectWellMade(page, complaints)
  await page.setViewportSize(PHONE)
  await page.goto('/studio?view=log')
  await page.getByRole('heading', { name: 'Log' }).waitFor()
  await expectWellMade(page, complaints)
})

test('every screen of a draft fits a phone, and is accessible there and in the dark', async () => {
  const { page, complaints } = await openDraft('Well made views', PHONE)
  const draft = draftOf(page)
  await changeRules(page)
  await explainAll(page)
  for (const [name, heading] of [
    ['changes', 'What was found'],
    ['impact', 'On what this rests'],
    ['approval', 'Step by step'],
  ] as const) {
    await page.setViewportSize(PHONE)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(view(name, draft))
    await page.getByRole('heading', { name: heading }).waitFor()
    await expectWellMade(page, complaints)
  }
  await take(page, 'Submit for approval', 'It waits for somebody in finance')
  expect(await findingsOfAxe(page)).toEqual([])
})

test('finance reads and approves on a phone', async () => {
  const author = await openDraft('For finance')
  await changeRules(author.page)
  await explainAll(author.page)
  const draft = draftOf(author.page)
  await author.page.goto(view('approval', draft))
  await take(author.page, 'Submit for approval', 'It waits for somebody in finance')
  const { page, complaints } = await openWindow({ viewport: PHONE })
  await signIn(page, 'finn', '/studio')
  await page.getByRole('link', { name: 'For finance' }).waitFor()
  expect(await page.getByLabel('Title').count()).toBe(0)
  await page.goto(view('approval', draft))
  await page.getByRole('button', { name: 'Give it back' }).waitFor()
  await expectWellMade(page, complaints)
})

test('a draft is looked at as Gold, on a phone, in the dark and in German; links lead through it, and nothing else frames it', async () => {
  const { page, complaints } = await openDraft('Looked at')
  await write(page, 'Headline of Gold', 'For those who count on us')
  await isSaved(page)
  const draft = draftOf(page)
  await page.goto(view('preview', draft))
  await page.getByLabel('Page').selectOption('The page of Gold')
  const frame = page.frameLocator('iframe')
  await frame.getByText('For those who count on us').first().waitFor()
  await page.getByLabel('Colours').selectOption('Dark')
  const ground = () => frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
  await expect.poll(ground).toBe('rgb(17, 19, 23)')
  await page.getByLabel('On', { exact: true }).selectOption('A phone')
  await page.getByLabel('Seen by').selectOption('Gold')
  await page.getByLabel('Language').selectOption('German')
  await frame.getByRole('link', { name: 'Vorteile', exact: true }).click()
  await expect.poll(() => page.getByLabel('Page').inputValue()).toBe('/perks')
  await frame.getByRole('table').first().waitFor()
  await page.setViewportSize(PHONE)
  await expectWellMade(page, complaints)
})

test('the log is read on, a page at a time, and stays when that fails', async () => {
  const { page, context } = await openWindow()
  await signIn(page, 'finn', '/studio')
  const entry = (id: string) => ({
    ...{ id, at: '2026-11-20T10:00:00Z', by: 'mara', what: 'created' },
    ...{ draft: null, edition: null, detail: `“${id}” was begun.` },
  })
  let isBroken = true
  await context.route('**/api/v1/studio/log?*', (route) => {
    const cursor = new URL(route.request().url()).searchParams.get('cursor')
    if (cursor === null) return route.fulfill({ json: { items: [entry('Later')], nextCursor: 'c/1' } })
    expect(cursor).toBe('c/1')
    if (isBroken) return route.abort()
    return route.fulfill({ json: { items: [entry('Earlier')], nextCursor: null } })
  })
  await page.goto('/studio?view=log')
  const more = page.getByRole('button', { name: 'Show earlier entries' })
  await more.click()
  await page.getByText('There is no connection.').waitFor()
  await page.getByText('“Later” was begun.').waitFor()
  isBroken = false
  await more.click()
  await page.getByText('“Earlier” was begun.').waitFor()
  await page.getByText('“Later” was begun.').waitFor()
  expect(await more.count()).toBe(0)
})
