import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { Program } from '#ledger/ledger.ts'
import { editionInForce } from '#ledger/publications.ts'
import { shopPage } from './shop-page.ts'

export interface DemoShopOptions {
  /** The house's own origin: "http://localhost:4321". */
  readonly portal: string
  readonly program: () => Promise<Program>
  /** Epoch milliseconds. */
  readonly now: () => number
}

/**
 * Where the demo shop is at home. The house answers under both names of this machine, and to a browser they are two sites:
 * so the shop is a stranger to the portal, without a port of its own.
 */
export const shopOriginOf = (portal: string): string => portal.replace('//localhost', '//127.0.0.1')

/** A page with a basket that uses the portal as any other site would. It is part of the house on one machine only. */
export function demoShop({ portal, program, now }: DemoShopOptions): Hono {
  const app = new Hono()
  const home = shopOriginOf(portal)
  app.get('/demo-shop', async (c, next) => {
    if (new URL(c.req.url).origin !== home) return c.redirect(`${home}/demo-shop`)
    const edition = editionInForce((await program()).published, now())
    if (!edition) return next()
    c.header('content-security-policy', policyOf(portal))
    return c.html(shopPage(portal, edition.document))
  })
  for (const [name, type] of [
    ['shop.css', 'text/css'],
    ['shop.js', 'text/javascript'],
  ]) {
    const text = readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
    app.get(`/demo-shop/${name}`, (c) => c.body(text, 200, { 'content-type': `${type}; charset=utf-8` }))
  }
  return app
}

/** What a shop has to allow for the element, and nothing else of the portal: its script, and the one address it asks. */
const policyOf = (portal: string) =>
  [
    "default-src 'none'",
    `script-src 'self' ${portal}/offer.js`,
    `connect-src ${portal}/api/v1/quote`,
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
