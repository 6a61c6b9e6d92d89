import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { isSaid, isSaved, kept, openDraft, press, write } from './studio-draft.ts'
import { findingsOfAxe } from './window.ts'

/** From now on nothing that is sent to the studio arrives as it did; `answer` null: the wire is cut. */
const intercept = (context: BrowserContext, status: number | null) =>
  context.route('**/api/v1/studio/drafts/*', (route) =>
    status === null ? route.abort() : route.fulfill({ status, contentType: 'application/problem+json', body: '{}' }),
  )

test('two authors: what the other changed is shown, both versions are there, and nothing is overwritten', async () => {
  const { page, context } = await openDraft('Two authors')
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('heading', { name: 'Two authors' }).waitFor()
  await write(other, 'Headline of Gold', 'Theirs')
  await write(other, 'Headline of Silver', 'Silver, theirs')
  await isSaved(other)
  await write(page, 'Headline of Gold', 'Mine')
  await isSaid(page, 'somebody else changed this draft meanwhile')
  const conflict = page.getByRole('region', { name: 'Somebody else changed this draft meanwhile' })
  await conflict.getByText('Silver, theirs').waitFor()
  expect(await findingsOfAxe(page)).toEqual([])
  expect((await kept(page)).document.tiers[2]?.headline).toBe('Theirs')
  await conflict.getByRole('radio', { name: 'Mine: Mine' }).check()
  await conflict.getByRole('button', { name: 'Save with these choices' }).click()
  await isSaved(page)
  const { tiers } = (await kept(page)).document
  expect(tiers.map(({ headline }) => headline).slice(1, 3)).toEqual(['Silver, theirs', 'Mine'])
})

test('what was published since a draft was begun is shown, and one goes on from there', async () => {
  const { page, context } = await openDraft('Begun before')
  await write(page, 'Headline of Silver', 'Written before')
  await isSaved(page)
  // The house is shared, so nothing is published in it: the list of editions has one line more, and the base is let go.
  await context.route('**/api/v1/studio/editions', async (route) => {
    const { items } = (await (await route.fetch()).json()) as { readonly items: readonly { edition: number }[] }
    await route.fulfill({ json: { items: [...items, { ...items.at(-1), revision: 9, state: 'in force' }] } })
  })
  const bases: unknown[] = []
  await context.route('**/api/v1/studio/drafts/*', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue()
    const { base, ...content } = route.request().postDataJSON() as { readonly base?: unknown }
    bases.push(base)
    await route.continue({ postData: JSON.stringify(content) })
  })
  await page.reload()
  const newer = page.getByRole('region', { name: 'Edition 2 was reworded since this draft was begun' })
  expect(await findingsOfAxe(page)).toEqual([])
  await newer.getByRole('button', { name: 'Go on from edition 2' }).click()
  await isSaved(page)
  await newer.waitFor({ state: 'detached' })
  expect(bases).toEqual([{ edition: 2, revision: 9 }])
  expect((await kept(page)).document.tiers[1]?.headline).toBe('Written before')
})

test('a session that ends while somebody types loses nothing: it is offered back after signing in', async () => {
  const { page, context } = await openDraft('Signed out')
  const address = page.url()
  await context.clearCookies()
  await write(page, 'Headline of Gold', 'Typed without a session')
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  const link = page.getByRole('link', { name: 'Sign in and come back' })
  expect(await link.getAttribute('href')).toContain(encodeURIComponent(new URL(address).search))
  await link.click()
  await page.getByLabel('Email address').fill('mara@fairweather.example')
  await page.getByLabel('Password').fill('demo-mara')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(address)
  await page.getByRole('heading', { name: 'Something you typed was not saved' }).waitFor()
  await page.getByText('Gold: headline').first().waitFor()
  await press(page, 'Take it up')
  await isSaved(page)
  expect((await kept(page)).document.tiers[2]?.headline).toBe('Typed without a session')
})

test('without a connection it says so, and saves by itself when it is back', async () => {
  const { page, context } = await openDraft('Off line')
  await intercept(context, null)
  await write(page, 'Headline of Gold', 'Typed off line')
  await isSaid(page, 'Not saved: There is no connection. Trying again.')
  await context.unroute('**/api/v1/studio/drafts/*')
  await isSaved(page)
  expect((await kept(page)).document.tiers[2]?.headline).toBe('Typed off line')
})

test('leaving with something unsaved is warned of', async () => {
  const { page, context } = await openDraft('Leaving')
  await intercept(context, 503)
  await write(page, 'Headline of Gold', 'Unsaved')
  await isSaid(page, 'Not saved')
  const asked = page.waitForEvent('dialog')
  void page.reload().catch(() => {})
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
})
