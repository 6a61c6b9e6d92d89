import { place, showState, write } from '../standing/place.ts'
import { ask } from './ask.ts'
import { keptAsked } from './asked.ts'
import { Counter, FIRST_THE_ANSWER } from './counter.ts'
import { keySorter } from './key-sorter.ts'
import { KEYS, say, showCategories } from './show.ts'

/** `GET /till`: what a counter has to know before it can begin. */
interface TillBody {
  readonly signedInAs: string
  readonly currency: string
  readonly categories: readonly string[]
}

/** Opens the counter for whoever is signed in and may redeem perks. */
async function start(): Promise<void> {
  place('retry').onclick = () => location.reload()
  for (const button of document.querySelectorAll<HTMLElement>('[data-sign-out]')) button.onclick = signOut
  const till = await ask<TillBody>('/till')
  if (till.kind === 'signed-out') return showState('signed-out')
  if (till.kind !== 'here') {
    write('trouble', till.detail)
    return showState('failed')
  }
  const { currency, categories, signedInAs } = till.body
  showCategories(categories)
  write('currency', currency)
  const counter = new Counter({ currency, by: signedInAs, tiers: Number(place('customer').dataset.tiers) })
  listen(counter)
  showState('ready')
  place('code').focus()
  if (keptAsked()) await counter.askAgain()
}

function listen(counter: Counter): void {
  const code = place('code') as HTMLInputElement
  onSubmit('find', () => counter.lookUp(code.value))
  onSubmit('basket', () => counter.enterBasket())
  place('next').onclick = () => counter.next()
  place('undo').onclick = () => counter.undo()
  place('again').onclick = () => counter.askAgain()
  place('now').onclick = ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-perk]') : null
    if (button) void counter.redeem(button.dataset.perk ?? '')
  }
  const sort = keySorter({ onKey: (key) => press(key, counter), onScan: (text) => void counter.lookUp(text) })
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return counter.next()
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (sort(event.key)) event.preventDefault()
  })
}

/** One key, pressed where nothing is being typed. */
function press(key: string, counter: Counter): void {
  if (/^[1-9]$/.test(key)) {
    const perk = counter.perksNow().slice(0, KEYS)[Number(key) - 1]
    if (perk === undefined) say(`There is no perk under ${key}.`, 'refused')
    else void counter.redeem(perk)
  } else if (key.toLowerCase() === 'u') void counter.undo()
  else if (key.toLowerCase() === 'r') void counter.askAgain()
  else if (key === '+') document.querySelector<HTMLInputElement>('[name=amount]')?.focus()
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLInputElement && target.type !== 'checkbox'

function onSubmit(name: string, work: () => Promise<void>): void {
  place(name).onsubmit = (event) => {
    event.preventDefault()
    void work()
  }
}

/** The next person at this counter signs in as themselves. */
async function signOut(): Promise<void> {
  if (keptAsked()) return say(FIRST_THE_ANSWER, 'refused')
  const headers = { 'X-Requested-With': 'cleartier' }
  const response = await fetch('/auth/logout', { method: 'POST', headers }).catch(() => null)
  if (response?.ok) location.assign('/')
  else say('You are still signed in: signing out did not get through. Check the connection and try again.', 'refused')
}

await start()
