// Without a connection, the page of one's standing comes from what that page itself has kept (keep-page.ts).
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  const { pathname } = new URL(url)
  if (method !== 'GET' || pathname.startsWith('/api/') || pathname.startsWith('/auth/')) return
  event.respondWith(fromNetworkOrKept(event.request))
})

async function fromNetworkOrKept(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(request, { ignoreVary: true })
    if (kept) return kept
    throw error
  }
}
