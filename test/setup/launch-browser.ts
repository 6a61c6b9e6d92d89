import { type BrowserServer, chromium } from 'playwright-core'
import { chromiumHere } from './chromium.ts'

/** The browser as people have it: nothing that guards the web is switched off. It may not phone home. */
const ARGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run']

/** Starts a browser that tests connect to by its `wsEndpoint()`. */
export async function launchBrowser(): Promise<BrowserServer> {
  const { executablePath, env } = await chromiumHere()
  return chromium.launchServer({
    executablePath,
    args: ARGS,
    env: { ...process.env, ...env } as Record<string, string>,
  })
}
