import type { OfferSentence } from './offer-sentence.ts'
import { OFFER_STYLES } from './offer-styles.ts'

const PARTS = ['short', 'reach'] as const

/** What the element shows. */
export interface OfferView {
  /** Shows these, or nothing when there are none. */
  say(sentences: readonly OfferSentence[]): void
  /** Shows what the shop has put between the tags. */
  fallBack(): void
}

/**
 * Fills the shadow root. The paragraph is there from the beginning, because only changes inside a live region are read
 * aloud; and a part whose words stay the same is left alone, so that it is not animated again.
 */
export function offerView(root: ShadowRoot): OfferView {
  const styles = new CSSStyleSheet()
  styles.replaceSync(OFFER_STYLES)
  // Styles made by a script pass a content security policy that forbids inline ones.
  root.adoptedStyleSheets = [styles]
  const paragraph = document.createElement('p')
  paragraph.setAttribute('part', 'sentence')
  paragraph.setAttribute('role', 'status')
  paragraph.setAttribute('aria-live', 'polite')
  const spans = PARTS.map((part) => {
    const span = document.createElement('span')
    span.setAttribute('part', part)
    return { part, span }
  })
  paragraph.append(...spans.flatMap(({ span }, place) => (place === 0 ? [span] : [' ', span])))
  const slot = document.createElement('slot')
  root.append(paragraph, slot)

  const show = (sentences: readonly OfferSentence[], isFallback: boolean) => {
    for (const { part, span } of spans) {
      const text = sentences.find((sentence) => sentence.part === part)?.text ?? ''
      if (span.textContent !== text) span.textContent = text
    }
    paragraph.classList.toggle('quiet', sentences.length === 0)
    slot.hidden = !isFallback
  }
  show([], true)
  return {
    say: (sentences) => show(sentences, false),
    fallBack: () => show([], true),
  }
}
