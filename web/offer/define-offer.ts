import { CleartierOffer } from './cleartier-offer.ts'

/** The youngest feature that the element needs. Without it the page shows what the shop has put between the tags. */
const isSupported = 'any' in AbortSignal

// A page that brings the script twice keeps the first; to define it again would be an error in a stranger's page.
if (isSupported && !customElements.get('cleartier-offer')) customElements.define('cleartier-offer', CleartierOffer)
