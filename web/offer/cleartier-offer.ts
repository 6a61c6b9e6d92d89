import { type Answer, askQuote, type Question } from './ask-quote.ts'
import { newest } from './newest.ts'
import { type OfferView, offerView } from './offer-view.ts'

/** Long enough for the attributes of one change of a basket, and for a finger that presses "+" several times. */
const REST_MS = 150

/** Where this script came from, unless the page says otherwise. */
const HOME = new URL(import.meta.url).origin

/**
 * `<cleartier-offer amount="38.50" currency="GBP">`: says what the basket is short of, and what it reaches. Attributes,
 * events, parts and properties: docs/offer.md.
 */
export class CleartierOffer extends HTMLElement {
  static readonly observedAttributes = ['endpoint', 'amount', 'currency', 'categories', 'tier']

  readonly #view: OfferView = offerView(this.attachShadow({ mode: 'open' }))
  readonly #questions = newest(askQuote, (answer) => this.#take(answer))
  readonly #again = () => this.#questions.want(this.#question(), 0)

  connectedCallback(): void {
    window.addEventListener('online', this.#again)
    this.#again()
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.#again)
    this.#questions.stop()
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (this.isConnected && before !== after) this.#questions.want(this.#question(), REST_MS)
  }

  #question(): Question {
    const of = (name: string) => this.getAttribute(name)
    return {
      endpoint: of('endpoint') ?? HOME,
      amount: of('amount'),
      currency: of('currency'),
      categories: of('categories'),
      tier: of('tier'),
    }
  }

  #take({ kind, ...detail }: Answer): void {
    if ('sentences' in detail) this.#view.say(detail.sentences)
    else this.#view.fallBack()
    const type = kind === 'answered' ? 'cleartier-offer' : 'cleartier-offer-failed'
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}
