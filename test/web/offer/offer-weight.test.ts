import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bundleOffer } from '../../../web/offer/bundle-offer.ts'

const MOST_GZIPPED = 6000

test('the element is one file without imports, of at most 6 kB as it is sent', async () => {
  const bytes = await bundleOffer()
  expect(gzipSync(bytes).length).toBeLessThanOrEqual(MOST_GZIPPED)
  expect(new TextDecoder().decode(bytes)).not.toMatch(/\bimport\s*[("'{*]|\bfrom\s*["']/)
})

test('it writes no markup and no style attributes, which a strict content security policy would stop', async () => {
  const text = new TextDecoder().decode(await bundleOffer())
  expect(text).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|\.style\b|\beval\b|new Function|createElement\("style"\)/,
  )
})
