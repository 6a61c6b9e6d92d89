import { describe, expect, test } from 'vitest'
import { PUBLIC_PAGES } from './pages.ts'
import { findingsOfAxe, openWindow, sidewaysScroll } from './window.ts'

describe.each(PUBLIC_PAGES)('%s', (path) => {
  test('is accessible in the light and in the dark, and nothing goes wrong on it', async () => {
    const { page, complaints } = await openWindow({ colorScheme: 'light' })
    const response = await page.goto(path)
    expect(response?.status()).toBe(200)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await findingsOfAxe(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await findingsOfAxe(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  test('fits a phone of 320 pixels, and is accessible there', async () => {
    const { page } = await openWindow({ viewport: { width: 320, height: 600 } })
    await page.goto(path)
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await findingsOfAxe(page)).toEqual([])
  })

  test('needs no script at all', async () => {
    const { page } = await openWindow()
    const scripts: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url())
    })
    await page.goto(path, { waitUntil: 'load' })
    expect(scripts).toEqual([])
    expect(await page.locator('script:not([type="application/json"])').count()).toBe(0)
  })
})

test('a visitor comes to every public page by links alone', async () => {
  const { page } = await openWindow()
  const seen = new Set<string>()
  const toSee = ['/']
  for (let path = toSee.pop(); path !== undefined; path = toSee.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const response = await page.goto(path)
    expect([path, response?.status()]).toEqual([path, 200])
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((anchors) => anchors.map((anchor) => new URL((anchor as HTMLAnchorElement).href).pathname))
    toSee.push(...links.filter((link) => !link.startsWith('/auth') && !link.startsWith('/api')))
  }
  expect([...seen]).toEqual(expect.arrayContaining([...PUBLIC_PAGES]))
})

test('an address that leads nowhere has a page that says so', async () => {
  const { page } = await openWindow()
  const response = await page.goto('/no/such/page')
  expect(response?.status()).toBe(404)
  expect(await page.locator('h1').count()).toBe(1)
  expect(await findingsOfAxe(page)).toEqual([])
})

test('every page says what browsers may run, and files with a fingerprint are kept for ever', async () => {
  const { page } = await openWindow()
  const kept: (string | undefined)[] = []
  page.on('response', (response) => {
    if (response.url().includes('/_astro/')) kept.push(response.headers()['cache-control'])
  })
  const response = await page.goto('/')
  const headers = response?.headers() ?? {}
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cache-control']).toBe('no-cache')
  expect(kept.length).toBeGreaterThan(0)
  expect(new Set(kept)).toEqual(new Set(['public, max-age=31536000, immutable']))
})

test('what these tests look for would be found: a picture without words, and a script written into the page', async () => {
  const { page, complaints } = await openWindow()
  await page.goto('/')
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "taken over"'
    const picture = document.createElement('img')
    picture.src = '/mark.svg'
    document.body.append(script, picture)
  })
  expect(await page.title()).not.toBe('taken over')
  expect(complaints).toEqual([expect.stringContaining('Content Security Policy')])
  expect(await findingsOfAxe(page)).toContainEqual(expect.stringContaining('image-alt'))
})
