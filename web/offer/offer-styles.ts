/**
 * The element's own styles. A shop changes them by the custom properties and the parts that docs/offer.md lists. Colours
 * come from the page unless it says otherwise, so that light, dark and forced colours are the page's own.
 */
export const OFFER_STYLES = `
:host { display: block; }
:host([hidden]), slot[hidden] { display: none; }
[part="sentence"] {
  margin: 0;
  padding-inline-start: var(--cleartier-offer-space, 0.75em);
  border-inline-start: 2px solid var(--cleartier-offer-accent, currentColor);
  color: var(--cleartier-offer-color, inherit);
  font: var(--cleartier-offer-font, inherit);
  font-variant-numeric: tabular-nums;
  text-wrap: pretty;
}
[part="sentence"].quiet { padding: 0; border: 0; }
[part="short"]:empty, [part="reach"]:empty { display: none; }
[part="reach"] { color: var(--cleartier-offer-reach-color, inherit); font-weight: 600; }
@media (prefers-reduced-motion: no-preference) {
  [part="reach"] { animation: appear 0.6s ease-out; }
}
@keyframes appear { from { opacity: 0; } }
`
