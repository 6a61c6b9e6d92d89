import { expect, test } from 'vitest'
import { expectWellMade } from './expect-well-made.ts'
import { signIn } from './sign-in.ts'
import { button, focused, isSaved, kept, openDraft, press } from './studio-draft.ts'
import { findingsOfAxe, openWindow, sidewaysScroll } from './window.ts'

test('by keyboard alone a threshold and a cell are changed, what is wrong is seen and mended, undone and saved', async () => {
  const { page, complaints } = await openDraft('By keyboard')
  await page.getByText('Nothing is changed yet.').waitFor()
  await press(page, 'Gold, way 1')
  await page.keyboard.type('200')
  // What is wrong is said while it is typed, beside its place.
  const gold = page.locator('.ladder-step', { hasText: 'For those who rely on us' })
  await gold.locator('.edit-finding.error').first().waitFor()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('1200.00')
  await page.keyboard.press('Enter')
  expect(await gold.locator('.edit-finding.error').count()).toBe(0)
  expect(await focused(page)).toContain('Spend £1,200 in 12 months')
  await gold.getByText('Was: Spend £1,000 in 12 months').waitFor()
  await page.getByText('This draft changes rules.').waitFor()
  await isSaved(page)
  expect((await kept(page)).document.tiers[2]?.qualify?.[0]).toEqual({ spend: '1200.00' })

  await press(page, 'Lounge entry for Gold')
  await page.getByLabel('At most this many times').fill('20')
  await page.keyboard.press('Enter')
  await button(page, 'Lounge entry for Gold: 20 a year').waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await button(page, 'Lounge entry for Gold: 12 a year').waitFor()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await button(page, 'Lounge entry for Gold: 20 a year').waitFor()
  await press(page, 'Undo')
  await press(page, 'Undo')
  await page.getByText('Nothing is changed yet.').waitFor()
  await press(page, 'Redo')
  await page.getByText(/^Gold: spend in 12 months from £1,000 to £1,200, from/).waitFor()
  expect(complaints).toEqual([])
})

test('what is given up with Escape is as it was, and the focus too', async () => {
  const { page } = await openDraft('Given up')
  await press(page, 'Headline of Gold')
  await page.keyboard.type('Something else')
  await page.getByText('This draft changes words alone.').waitFor()
  await page.keyboard.press('Escape')
  expect(await focused(page)).toContain('For those who rely on us')
  await page.getByText('Nothing is changed yet.').waitFor()
})

test('a finding leads to its place, and a change is put back from the list', async () => {
  const { page } = await openDraft('Led')
  await press(page, 'Free delivery for Silver')
  await page.getByLabel('On orders of at least').fill('60')
  await page.keyboard.press('Enter')
  const list = page.getByRole('region', { name: 'To mend' })
  await list.getByRole('link', { name: 'Free delivery for Silver' }).first().click()
  expect(await page.evaluate(() => document.activeElement?.querySelector('.edit-finding') !== null)).toBe(true)
  await page
    .getByRole('region', { name: 'What it changes' })
    .getByRole('button', { name: /Put back/ })
    .click()
  await list.getByText('Nothing: every check of the program is passed.').waitFor()
})

const RUBBISH = [
  ['10,000 characters', 'x'.repeat(10_000)],
  ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈'],
  ['words from right to left', 'مرحبا \u202Eשלום'],
  ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a link that would run', '[here](javascript:alert(1))'],
  ['a number in disguise', '1e3'],
] as const

test.each(RUBBISH)('%s in every field does no harm, and is shown as it was typed', async (_what, text) => {
  const { page, complaints } = await openDraft('Rubbish', { width: 320, height: 640 })
  for (const name of [
    'Headline of Gold',
    'Gold, way 1',
    'Story of Gold',
    'Lounge entry for Gold',
    'Perk Lounge entry',
    'How it is counted',
    'Days of notice',
    /^Promise Free returns/,
    /^Plan Fairweather Plus/,
    'Name of Gold',
    /^Name of the program/,
  ]) {
    await press(page, name)
    const form = page.locator('.edit-form')
    for (const field of await form.locator('input.edit-text, textarea').all()) await field.fill(text)
    expect(await sidewaysScroll(page), String(name)).toBe(0)
    await page.keyboard.press('ControlOrMeta+Enter')
    // A number that is none holds its form open, and says so.
    if (await form.isVisible()) await form.getByRole('button', { name: 'Give up' }).click()
  }
  expect(await page.locator('script, iframe, [onerror], a[href^="javascript:"]').count()).toBe(1)
  expect(await sidewaysScroll(page)).toBe(0)
  expect(await findingsOfAxe(page)).toEqual([])
  // What is too long is refused when it is saved, which the browser notes; the editor has said so before.
  expect(complaints.filter((complaint) => !/status of (?:400|422)/.test(complaint))).toEqual([])
})

test('a tier goes when it is said who takes its place, and another comes', async () => {
  const { page } = await openDraft('Ladder')
  await press(page, 'Take Gold out')
  await page.getByLabel('Whoever is Gold becomes').selectOption('Silver')
  await page.keyboard.press('Enter')
  await button(page, 'Name of Gold').waitFor({ state: 'detached' })
  expect(await focused(page)).toBe('Tiers')
  await press(page, 'Add a tier')
  await page.keyboard.type('Diamond')
  await page.keyboard.press('Enter')
  await button(page, 'Name of Diamond').waitFor()
  await page.getByText('Nothing leads to Diamond').first().waitFor()
  await press(page, 'Diamond, new way')
  await page.keyboard.type('5000.00')
  await page.keyboard.press('Enter')
  expect(await page.getByText('Nothing leads to Diamond').count()).toBe(0)
  expect(await button(page, /^Diamond, way/).allInnerTexts()).toEqual([expect.stringContaining('Spend £5,000')])
})

/** One grey dot. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

test('a picture is sent, shown, and asked what it shows; what is none is not sent', async () => {
  const { page, context } = await openDraft('A picture')
  const sent: (string | undefined)[] = []
  await context.route('**/api/v1/studio/pictures', (route) => {
    sent.push(route.request().headers()['content-type'])
    return route.fulfill({ status: 201, json: { file: 'dot.png', width: 1, height: 1 } })
  })
  await context.route('**/pictures/dot.png', (route) => route.fulfill({ contentType: 'image/png', body: DOT }))
  await press(page, 'Picture of Gold')
  const file = page.getByLabel('A picture: PNG, JPEG or WebP, up to 5 MB')
  await file.setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<script>') })
  await page.getByText('This is no picture of the kinds that can be shown.').waitFor()
  await file.setInputFiles({ name: 'huge.png', mimeType: 'image/png', buffer: Buffer.alloc(6_000_000) })
  await page.getByText('This has 6.0 MB of at most 5.').waitFor()
  expect(sent).toEqual([])
  await file.setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: DOT })
  await page.getByText('Say what the picture shows').first().waitFor()
  await page.getByLabel('What it shows').fill('A grey dot')
  await page.keyboard.press('Enter')
  await page.getByRole('img', { name: 'A grey dot' }).waitFor()
  expect(await page.getByText('Say what the picture shows').count()).toBe(0)
  expect(sent).toEqual(['image/png'])
})

test('words in another language stand beside the original, and what is missing is marked', async () => {
  const { page } = await openDraft('Languages')
  await press(page, 'Add a language')
  await page.keyboard.type('fr')
  await page.keyboard.press('Enter')
  await page.getByText(/^French: \d+ of \d+ texts are missing$/).click()
  await page.getByLabel('Gold: headline, in French (missing)').fill('Pour ceux qui comptent sur nous')
  await isSaved(page)
  await page.getByText('This draft changes words alone.').waitFor()
  expect(await page.getByLabel('Gold: headline, in French', { exact: true }).inputValue()).toContain('Pour ceux')
})

test('it fits a phone and is accessible there and in the dark, with a form open', async () => {
  const { page, complaints } = await openDraft('Well made', { width: 320, height: 640 })
  await press(page, 'Lounge entry for Gold')
  await expectWellMade(page, complaints)
})

test('a customer cannot open the studio, and whoever is not signed in is asked to', async () => {
  const { page } = await openWindow()
  await page.goto('/studio')
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await signIn(page, 'anna', '/studio')
  await page.getByRole('heading', { name: 'The studio cannot be opened.' }).waitFor()
  expect(await findingsOfAxe(page)).toEqual([])
})
