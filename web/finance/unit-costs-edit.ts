import type { UnitCostsBody } from '#finance/invoice-routes.ts'
import { place, write } from '../standing/place.ts'
import { type Answer, type Fault, send, troubleOf } from './ask.ts'
import { confirmed } from './confirm.ts'
import type { Navigator } from './navigate.ts'
import { alarm, say } from './say.ts'
import { fieldOf, typedCosts } from './unit-costs-form.ts'

const NEXT = '/unit-costs/next'

const APPROVE = {
  title: 'Publish these costs?',
  words: 'They become an edition that changes nothing but costs. From its month on, each use costs what it says.',
  action: 'Approve and publish',
}

const WITHDRAW = {
  title: 'Take back what was prepared?',
  words: 'The next edition’s costs as they are kept now are gone. The editions stay as they are.',
  action: 'Take back',
}

/** Preparing, approving and taking back the next edition's costs. */
export function listenToUnitCosts(navigator: Navigator): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!form.matches('[data-unit-costs]')) return
    event.preventDefault()
    void keep(form, navigator)
  })
  document.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-action][data-version]') : null
    const ifMatch = Number(button?.dataset.version)
    if (button?.dataset.action === 'approve' && (await confirmed(APPROVE)))
      await settle(await send(`${NEXT}/approve`, { method: 'POST', ifMatch }), 'Published as a new edition.', navigator)
    if (button?.dataset.action === 'withdraw' && (await confirmed(WITHDRAW)))
      await settle(await send(NEXT, { method: 'DELETE', ifMatch }), 'Taken back.', navigator)
  })
}

async function settle(answer: Answer<UnitCostsBody>, sentence: string, navigator: Navigator): Promise<void> {
  if (answer.kind !== 'here') return alarm(troubleOf(answer))
  await navigator.again()
  say(sentence)
  place('title').focus()
}

/** Sends what was typed. Whatever comes of it, what was typed stays until it is kept. */
async function keep(form: HTMLFormElement, navigator: Navigator): Promise<void> {
  const fields = new FormData(form)
  const perks = perkIds(form)
  const body = typedCosts((name) => String(fields.get(name) ?? ''), perks)
  showFaults(form, [])
  const answer = await send<UnitCostsBody>(NEXT, { method: 'PUT', body, ifMatch: Number(form.dataset.version) })
  if (answer.kind === 'here') return settle(answer, 'Kept. Somebody else in finance approves it.', navigator)
  const errors = answer.kind === 'refused' ? answer.errors : []
  write('form-fault', `${troubleOf(answer)}${answer.kind === 'refused' && answer.status === 412 ? MEANWHILE : ''}`)
  if (showFaults(form, errors) === 0) place('form-fault').scrollIntoView({ block: 'center' })
}

const MEANWHILE = ' What you typed still stands here. Open this page in a second window to compare the two.'

const perkIds = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLElement>('[data-perk]')].map(({ dataset }) => dataset.perk ?? '')

/** Says beside each field what is wrong with it, and moves to the first; answers how many found their field. */
function showFaults(form: HTMLFormElement, faults: readonly Fault[]): number {
  for (const note of form.querySelectorAll('.field-fault')) note.remove()
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')]
  for (const field of fields) field.removeAttribute('aria-invalid')
  write('form-fault', '')
  const found = faults.flatMap((fault) => {
    const name = fieldOf(
      fields.map((field) => field.name),
      fault.pointer,
    )
    const field = fields.find((one) => one.name === name)
    return field ? [{ field, detail: fault.detail }] : []
  })
  for (const { field, detail } of found) markFault(field, detail)
  found[0]?.field.focus()
  return found.length
}

function markFault(field: HTMLElement, detail: string): void {
  const note = document.createElement('span')
  note.className = 'field-fault'
  note.id = `${field.id}-fault`
  note.textContent = detail
  field.after(note)
  field.setAttribute('aria-invalid', 'true')
  const hint = document.getElementById(`${field.id}-hint`) ? `${field.id}-hint ` : ''
  field.setAttribute('aria-describedby', `${hint}${note.id}`)
}
