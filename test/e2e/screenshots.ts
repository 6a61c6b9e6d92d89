import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { startHouse } from '#local/house.ts'
import { launchBrowser } from '../setup/launch-browser.ts'
import { steadyClock } from '../setup/steady-clock.ts'
import { signIn } from './sign-in.ts'

/** Takes a picture of every page, for looking at: npm run screenshots [-- FOLDER]. HOUSE names a house that is running. */
const FOLDER = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'screenshots')
const PUBLIC = [
  '/',
  '/perks',
  '/promise',
  '/simulator',
  '/tiers/member',
  '/tiers/silver',
  '/tiers/gold',
  '/tiers/platinum',
  '/changes',
  '/de',
  '/de/perks',
  '/de/tiers/gold',
  '/nowhere',
]
const MEMBERS = ['anna', 'ben', 'clara', 'dev', 'ella']
const FINANCE = [
  ...['', '?view=costs&by=perk,month', '?view=entries', '?view=budget', '?view=exposure', '?view=tiers'],
  ...['?view=invoices', '?view=refunds', '?view=unit-costs', '?view=periods', '?view=exports'],
]
const WIDTHS = [390, 1280]
const SCHEMES = ['light', 'dark'] as const

await mkdir(FOLDER, { recursive: true })
const house = process.env.HOUSE === undefined ? await start() : { origin: process.env.HOUSE, stop: async () => {} }
const server = await launchBrowser()
const browser = await chromium.connect(server.wsEndpoint())
for (const width of WIDTHS) for (const colorScheme of SCHEMES) await portray(browser, width, colorScheme)
await browser.close()
await server.close()
await house.stop()
console.log(`The pictures are in ${FOLDER}`)

function start() {
  console.log('Starting a house ...')
  return startHouse({ port: 0, dataDir: null, now: steadyClock(), tell: () => {}, report: console.error })
}

async function portray(browser: Browser, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  const options = { viewport: { width, height: 900 }, colorScheme, baseURL: house.origin }
  const save = async (page: Page, name: string) => {
    await page.screenshot({ path: join(FOLDER, `${name}-${width}-${colorScheme}.png`), fullPage: true })
  }
  const visitor = await browser.newContext(options)
  const page = await visitor.newPage()
  for (const path of PUBLIC) {
    await page.goto(path)
    await save(page, path === '/' ? 'home' : path.slice(1).replaceAll('/', '-'))
  }
  await page.goto('/standing')
  await page.waitForLoadState('networkidle')
  await save(page, 'standing-signed-out')
  await page.goto('/auth/login')
  await save(page, 'sign-in')
  await visitor.close()
  await portrayStudio(await browser.newContext(options), save)
  for (const name of MEMBERS) {
    const context = await browser.newContext(options)
    const own = await context.newPage()
    await signIn(own, name)
    await own.waitForLoadState('networkidle')
    await save(own, `standing-${name}`)
    await own.goto('/standing/perks')
    await own.waitForLoadState('networkidle')
    await save(own, `perks-${name}`)
    await own.goto('/standing/data')
    await own.locator('[data-state=ready] h1').waitFor()
    await save(own, `data-${name}`)
    await context.close()
  }
  const books = await browser.newContext(options)
  const report = await books.newPage()
  await signIn(report, 'finn', '/finance')
  for (const search of FINANCE) {
    await report.goto(`/finance${search}`)
    await report.locator('.report-lead:not(:empty)').waitFor()
    await save(report, search === '' ? 'finance' : `finance-${new URLSearchParams(search).get('view')}`)
  }
  await books.close()
}

/** The studio with a draft that changes a rule, open at a cell. */
async function portrayStudio(
  context: BrowserContext,
  save: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const page = await context.newPage()
  await signIn(page, 'mara', '/studio')
  await page.getByLabel('Title').waitFor()
  await save(page, 'studio')
  await page.getByLabel('Title').fill('Spring')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Gold, way 1' }).click()
  await page.keyboard.type('1200.00')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Lounge entry for Gold' }).click()
  await page.getByText(/^Saved/).waitFor()
  await save(page, 'studio-editor')
  const draft = new URL(page.url()).searchParams.get('draft') ?? ''
  for (const view of ['changes', 'impact', 'preview', 'approval', 'log']) {
    await page.goto(`/studio?${new URLSearchParams({ view, draft })}`)
    await page.waitForLoadState('networkidle')
    await save(page, `studio-${view}`)
  }
  await context.close()
}
