import type { Page } from 'playwright-core'

/** Signs in as a demo person by their first name, with the form, and waits for the page they wanted. */
export async function signIn(page: Page, name: string, returnTo = '/standing'): Promise<void> {
  await page.goto(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`)
  await page.getByLabel('Email address').fill(`${name}@fairweather.example`)
  await page.getByLabel('Password').fill(`demo-${name}`)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname === returnTo)
}
