import { instantWords } from '#program/words/date-words.ts'
import { place, write } from '../standing/place.ts'
import { listenToActions } from './actions.ts'
import { listenToInvoices } from './invoice-upload.ts'
import { Navigator } from './navigate.ts'
import type { ProgramNames } from './program.ts'
import { alarm } from './say.ts'
import { listenToUnitCosts } from './unit-costs-edit.ts'

/** Opens finance's page on the view that the address says. */
async function start(): Promise<void> {
  const program = JSON.parse(place('program').textContent ?? '') as ProgramNames
  const navigator = new Navigator(program)
  place('retry').onclick = () => location.reload()
  place('print').onclick = () => print()
  for (const button of document.querySelectorAll<HTMLElement>('[data-sign-out]')) button.onclick = signOut
  addEventListener('beforeprint', () =>
    write('printed-at', `Printed on ${instantWords(new Date().toISOString(), program.timeZone)}`),
  )
  document.addEventListener('click', (event) => followLink(event, navigator))
  document.addEventListener('submit', (event) => followForm(event, navigator))
  listenToActions(navigator, program)
  listenToInvoices(navigator)
  listenToUnitCosts(navigator)
  await navigator.open()
}

/** Links between views are followed on the page, so that nothing is lost where there is no connection. */
function followLink(event: MouseEvent, navigator: Navigator): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.origin !== location.origin || link.pathname !== '/finance' || link.hash !== '') return
  event.preventDefault()
  void navigator.follow(new URL(link.href).searchParams)
}

function followForm(event: SubmitEvent, navigator: Navigator): void {
  const form = event.target as HTMLFormElement
  if (!form.matches('[data-address]')) return
  event.preventDefault()
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  void navigator.follow(new URLSearchParams(fields))
}

async function signOut(): Promise<void> {
  const headers = { 'X-Requested-With': 'cleartier' }
  const response = await fetch('/auth/logout', { method: 'POST', headers }).catch(() => null)
  if (response?.ok) location.assign('/')
  else alarm('You are still signed in: signing out did not get through. Check the connection and try again.')
}

await start()
