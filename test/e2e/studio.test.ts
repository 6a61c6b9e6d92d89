import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESKTOP, ownHouse } from './own-house.ts'
import { signIn } from './sign-in.ts'
import { isSaid, isSaved, openDraft, write } from './studio-draft.ts'
import { begin, changeRules, explainAll, region, take, view } from './studio-journey.ts'
import { findingsOfAxe, openWindow } from './window.ts'

/** What the API says to whoever is signed in and approves without being offered to. */
const approvedBy = (page: Page, draft: string) =>
  page.evaluate(async (id) => {
    const headers = { 'X-Requested-With': 'cleartier', 'Content-Type': 'application/json', 'If-Match': '"1"' }
    const body = JSON.stringify({ remark: '' })
    return (await fetch(`/api/v1/studio/drafts/${id}/approve`, { method: 'POST', headers, body })).status
  }, draft)

test('a threshold and a cell are changed, found about, foreseen, submitted, approved by finance and published', async () => {
  const house = await ownHouse()
  const { page, complaints } = await house.enter('mara', '/studio')
  const draft = await begin(page, 'Spring')
  await changeRules(page)
  await write(page, 'Headline of Gold', 'For whoever spends £77,777')
  await explainAll(page)

  await page.goto(view('changes', draft))
  await region(page, 'As customers will read it').getByText('Gold: spend in 12 months from £1,000 to £1,200').waitFor()
  await region(page, 'Place by place').getByText('Lounge entry for Gold').waitFor()
  await region(page, 'What was found').getByText('77,777').first().waitFor()
  await region(page, 'What was found').getByText('We looked at it.').first().waitFor()

  await page.goto(view('impact', draft))
  await page.getByRole('heading', { name: 'On what this rests' }).waitFor()

  await page.goto(view('approval', draft))
  await page.getByText('nobody who wrote in it can, and that includes you').waitFor()
  await take(page, 'Submit for approval', 'You wrote in it, so it cannot be you.')
  expect(await page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0)
  expect(await approvedBy(page, draft)).toBe(403)

  const finance = await house.enter('finn', view('approval', draft))
  await region(finance.page, 'What it changes').getByText('£1,200').waitFor()
  await region(finance.page, 'What it does and costs').getByRole('link').first().waitFor()
  await finance.page.getByLabel(/^Remark/).fill('Fine with us.')
  await take(finance.page, 'Approve', 'It is approved. Marketing publishes it.')

  await page.reload()
  await page.getByText('Fine with us.').waitFor()
  await page.getByText('Edition 3 takes effect on 1 March 2027; it is announced at once.').waitFor()
  await take(page, 'Publish', /Edition 3 is announced\..* It took \d\.\d seconds until the pages were live\./)
  await page.getByRole('link', { name: 'What changed, as customers read it' }).click()
  await page.getByText('Gold: spend in 12 months from £1,000 to £1,200, from 1 March 2027.').waitFor()

  await page.goto('/studio?view=log')
  const log = await page.getByRole('region', { name: 'What was done' }).innerText()
  for (const said of ['was submitted', 'Fine with us.', 'Edition 3 is published']) expect(log).toContain(said)
  // Browsers note the approval that was refused.
  expect([...complaints, ...finance.complaints].filter((complaint) => !complaint.includes('403'))).toEqual([])
})

test('finance gives a draft back with a remark; it is written on, and an edit takes the approval away', async () => {
  const house = await ownHouse()
  const { page } = await house.enter('mara', '/studio')
  const draft = await begin(page, 'Given back')
  await changeRules(page)
  await explainAll(page)
  await page.goto(view('approval', draft))
  await take(page, 'Submit for approval', 'It waits for somebody in finance')
  const finance = await house.enter('finn', view('approval', draft))
  await finance.page.getByLabel(/^Remark/).fill('What does the lounge cost us?')
  await take(finance.page, 'Give it back', 'It is being written.')
  await page.reload()
  await page.getByText('What does the lounge cost us?').waitFor()
  await take(page, 'Submit for approval', 'It waits for somebody in finance')
  await finance.page.reload()
  await take(finance.page, 'Approve', 'It is approved')
  await page.goto(view('editor', draft))
  await write(page, 'Headline of Gold', 'Other words')
  await isSaved(page)
  await page.goto(view('approval', draft))
  await page.getByRole('button', { name: 'Submit for approval' }).waitFor()
  expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0)
})

test('words are live at once without anybody else, and the words before are brought back', async () => {
  const house = await ownHouse()
  const { page } = await house.enter('mara', '/studio')
  const draft = await begin(page, 'Kinder words')
  await write(page, 'Headline of Gold', 'For those who count on us')
  await isSaved(page)
  await page.goto(view('approval', draft))
  await page.getByText('The words are live at once, for everyone.').waitFor()
  await take(page, 'Publish', /Edition 2 has other words now: revision 2\./)
  await page.getByRole('link', { name: 'The page of Gold' }).click()
  await page.getByText('For those who count on us').first().waitFor()

  await page.goto('/studio')
  await page.getByRole('button', { name: 'Bring the words of revision 1 back' }).click()
  await page.getByText('Rules stay as they are.').waitFor()
  await page.getByRole('button', { name: 'Bring the words of revision 1 back' }).click()
  await page.getByRole('heading', { name: 'Edition 2, revision 3' }).waitFor()
  await page.goto('/tiers/gold')
  await page.getByText('For those who rely on us').first().waitFor()
})

test('two people in marketing: the second one’s edit is refused, and both versions are shown', async () => {
  const mara = await openDraft('Two of us')
  const milo = await openWindow({ viewport: DESKTOP })
  await signIn(milo.page, 'milo', '/studio')
  await milo.page.goto(mara.page.url())
  await milo.page.getByRole('heading', { name: 'Two of us' }).waitFor()
  await write(mara.page, 'Headline of Gold', 'Of Mara')
  await isSaved(mara.page)
  await write(milo.page, 'Headline of Gold', 'Of Milo')
  await isSaid(milo.page, 'somebody else changed this draft meanwhile')
  const conflict = region(milo.page, 'Somebody else changed this draft meanwhile')
  await conflict.getByText('mara changed:').waitFor()
  await conflict.getByRole('radio', { name: 'Mine: Of Milo' }).waitFor()
  await conflict.getByRole('radio', { name: 'Theirs: Of Mara' }).waitFor()
  await mara.page.reload()
  await mara.page.getByRole('button', { name: 'Headline of Gold: Of Mara' }).waitFor()
})

test('whoever publishes what somebody else has changed meanwhile is told so, and what they see stays', async () => {
  const house = await ownHouse()
  const { page, context } = await house.enter('mara', '/studio')
  const draft = await begin(page, 'Overtaken')
  await write(page, 'Headline of Gold', 'First')
  await isSaved(page)
  await page.goto(view('approval', draft))
  await page.getByRole('button', { name: 'Publish' }).waitFor()
  const other = await context.newPage()
  await other.goto(view('editor', draft))
  await write(other, 'Headline of Gold', 'Second')
  await isSaved(other)
  await take(page, 'Publish', 'Somebody changed this draft meanwhile')
  await page.getByText('The words are live at once').waitFor()
  await page.getByRole('button', { name: 'Read it again' }).click()
  await take(page, 'Publish', 'Edition 2 has other words now')
})

test.each(['anna', 'tess'])('%s, who is no marketing, sees nothing of the studio', async (name) => {
  const { page } = await openWindow()
  await page.goto('/studio?view=log')
  const link = page.getByRole('link', { name: 'Sign in' })
  expect(await link.getAttribute('href')).toContain(encodeURIComponent('/studio?view=log'))
  await signIn(page, name, '/studio')
  for (const [path, what] of [
    ['/studio', 'The studio'],
    ['/studio?view=log', 'The log'],
    [view('approval', '1'), 'The draft'],
    [view('preview', '1'), 'The draft'],
  ] as const) {
    await page.goto(path)
    await page.getByRole('heading', { name: `${what} cannot be opened.` }).waitFor()
    await page.getByText('which was not given to you').waitFor()
  }
  expect(await findingsOfAxe(page)).toEqual([])
})
