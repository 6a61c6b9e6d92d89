const KEPT = 'cleartier.page'
const FILES = 'link[rel=stylesheet], link[rel=preload], script[src]'

/**
 * Keeps this page and the files it is made of on the device, for when there is no connection. It holds nothing of the
 * member: figures are kept apart (kept-standing.ts) and forgotten at sign-out. An extra: where a browser cannot, all else works.
 */
export async function keepPage(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/offline.js', { scope: '/standing' })
    const parts = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>(FILES)]
    const files = [location.origin + location.pathname, ...parts.map((part) => ('href' in part ? part.href : part.src))]
    const kept = await caches.open(KEPT)
    const old = (await kept.keys()).map(({ url }) => url)
    // First the page and what is new, all or none; only then does what an older page needed go. A file never changes.
    await kept.addAll(files.filter((file, index) => index === 0 || !old.includes(file)))
    for (const file of old) if (!files.includes(file)) await kept.delete(file)
  } catch {
    // No service worker here, or no room: the page is then not there without a connection, as any other.
  }
}
