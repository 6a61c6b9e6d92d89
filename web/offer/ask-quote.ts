import type { QuoteBody } from '#program/perks/perk-body.ts'
import { type OfferSentence, offerSentences } from './offer-sentence.ts'

/** What the attributes of the element ask, as they were written. */
export interface Question {
  /** Where the loyalty portal is: "https://rewards.example". */
  readonly endpoint: string
  /** A decimal string. */
  readonly amount: string | null
  readonly currency: string | null
  /** Names with commas between them. */
  readonly categories: string | null
  /** The id of the customer's tier; null: nobody who is known. */
  readonly tier: string | null
}

/** What came of asking. A failure has a sentence for whoever builds the shop. */
export type Answer =
  | { readonly kind: 'answered'; readonly quote: QuoteBody; readonly sentences: readonly OfferSentence[] }
  | {
      readonly kind: 'failed'
      /** `incomplete`: not asked; `unreachable`: no answer in time; `busy`: 429 or 503; `refused`: all else. */
      readonly reason: 'incomplete' | 'unreachable' | 'busy' | 'refused'
      readonly detail: string
    }

const PATIENCE_MS = 5000

/** Asks for a quote. Never rejects: whatever goes wrong is an answer, because it happens in somebody else's page. */
export async function askQuote(question: Question, signal: AbortSignal): Promise<Answer> {
  const { endpoint, amount, currency } = question
  if (!amount || !currency) {
    return failed('incomplete', 'Give the element the attributes "amount" (such as "38.50") and "currency" ("GBP").')
  }
  if (!URL.canParse('/api/v1/quote', endpoint)) {
    const given = JSON.stringify(endpoint)
    return failed(
      'incomplete',
      `The attribute "endpoint" is ${given}. Make it an address such as "https://rewards.example".`,
    )
  }
  // Asking without a connection would only leave an error in the page's console.
  if (navigator.onLine === false) return failed('unreachable', 'There is no connection.')
  try {
    const response = await fetch(new URL('/api/v1/quote', endpoint), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf(question)),
      // What is said depends on the attributes alone, never on who else is signed in where.
      credentials: 'omit',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    })
    return response.ok ? await answered(response) : await refused(response)
  } catch {
    return failed('unreachable', `${endpoint} did not answer in time, or does not allow this page's origin to ask.`)
  }
}

function bodyOf({ amount, currency, categories, tier }: Question) {
  const names = (categories ?? '').split(',').map((name) => name.trim())
  const named = names.filter((name) => name !== '')
  return { basket: { amount, currency, ...(named.length > 0 && { categories: named }) }, ...(tier && { tier }) }
}

async function answered(response: Response): Promise<Answer> {
  try {
    const quote = (await response.json()) as QuoteBody
    return { kind: 'answered', quote, sentences: offerSentences(quote) }
  } catch {
    return failed('refused', `What ${response.url} answered is not a quote. Check the attribute "endpoint".`)
  }
}

async function refused(response: Response): Promise<Answer> {
  const problem = (await response.json().catch(() => null)) as { readonly detail?: unknown } | null
  const reason = response.status === 429 || response.status === 503 ? 'busy' : 'refused'
  const detail = problem?.detail
  return failed(reason, typeof detail === 'string' ? detail : `${response.url} answered ${response.status}.`)
}

const failed = (reason: Extract<Answer, { kind: 'failed' }>['reason'], detail: string): Answer => ({
  kind: 'failed',
  reason,
  detail,
})
