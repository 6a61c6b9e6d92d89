import { escapeText } from '../pictures/svg.ts'
import { tierMark } from '../pictures/tier-mark.ts'
import { draw, place, write } from '../standing/place.ts'
import type { Offer, Shelf } from './shelf.ts'
import type { Visit } from './visit.ts'

/** As many as there are digits to press. */
export const KEYS = 9

/** What happened, in one sentence that screen readers say at once; refusals stand out. */
export function say(sentence: string, kind: 'done' | 'refused' | 'plain' = 'plain'): void {
  const said = place('said')
  said.textContent = sentence
  said.dataset.kind = kind
}

/** The customer at the counter, or nobody. */
export function showVisit(visit: Visit | null, tiers: number): void {
  for (const name of ['customer', 'next']) place(name).hidden = visit === null
  if (!visit) return
  const { tier } = visit.perks
  write('who', visit.who)
  draw('tier', `${tierMark(tier.rank, tiers)} ${escapeText(tier.name)}`)
  showShelf(visit.shelf)
}

function showShelf({ now, afterBasket, not }: Shelf): void {
  list('now', now.map(grantable))
  list('after-basket', afterBasket.map(plain))
  list('not', not.map(plain))
  place('nothing-now').hidden = now.length > 0
}

const grantable = (offer: Offer, index: number) =>
  `<li><button class="grant" type="button" data-perk="${escapeText(offer.perk)}">` +
  `<span class="key">${index < KEYS ? index + 1 : ''}</span> <span class="offer">${words(offer)}</span></button></li>`

const plain = (offer: Offer) => `<li class="offer">${words(offer)}</li>`

const words = ({ name, words }: Offer) =>
  `<span class="offer-name">${escapeText(name)}</span> <span class="offer-words">${escapeText(words)}</span>`

/** A list and its heading, hidden together when the list is empty. */
function list(name: string, items: readonly string[]): void {
  draw(name, items.join(''))
  place(`${name}-part`).hidden = items.length === 0
}

/** What undoing would take back; null: nothing. */
export function showLast(what: string | null): void {
  place('undo').hidden = what === null
  write('undo-what', what ?? '')
}

/** Categories as boxes to tick; none where no perk asks for one. */
export function showCategories(categories: readonly string[]): void {
  draw('category-list', categories.map(box).join(''))
  place('categories').hidden = categories.length === 0
}

const box = (category: string) =>
  `<label class="tick"><input type="checkbox" name="category" value="${escapeText(category)}">${escapeText(category)}</label>`

/** Says that there is no connection, and lets nothing be granted meanwhile. */
export function showConnection(isLost: boolean): void {
  place('no-connection').textContent = isLost ? 'There is no connection. Nothing is granted until it is back.' : ''
  for (const name of ['grants', 'undo']) (place(name) as HTMLFieldSetElement | HTMLButtonElement).disabled = isLost
}
