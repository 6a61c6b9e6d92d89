import type { ReconciliationBody } from '#finance/costs-routes.ts'
import type { PeriodBody, VerificationBody } from '#finance/period-routes.ts'
import { monthWords } from '#program/words/date-words.ts'
import { place } from '../standing/place.ts'
import { type Answer, ask, mapped, send, troubleOf } from './ask.ts'
import { confirmed } from './confirm.ts'
import { entryRows } from './entries-screen.ts'
import { actualRows } from './invoices-screen.ts'
import { askActuals, askEntries, askRefunds } from './load.ts'
import type { Navigator } from './navigate.ts'
import { closingQuestion, reconciliationSentence, verificationSentence } from './outcome-words.ts'
import type { ProgramNames } from './program.ts'
import { type Fields, readQuery, searchOf, type ViewName } from './query.ts'
import { refundRows } from './refunds-screen.ts'
import { alarm, say } from './say.ts'

/** What the buttons inside a view do. One at a time: a button that is pressed again while it works does nothing. */
export function listenToActions(navigator: Navigator, program: ProgramNames): void {
  const actions: Readonly<Record<string, (button: HTMLButtonElement) => Promise<void>>> = {
    more: (button) => showMore(button, program),
    reconcile: () => reconcile(),
    close: (button) => closeMonth(button.dataset.month ?? '', navigator),
    verify: (button) => verify(button.dataset.month ?? ''),
  }
  document.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-action]') : null
    const action = actions[button?.dataset.action ?? '']
    if (!button || !action || button.getAttribute('aria-disabled') === 'true') return
    button.setAttribute('aria-disabled', 'true')
    await action(button).finally(() => button.removeAttribute('aria-disabled'))
  })
}

/** Adds rows to the table. The button keeps the focus; when there is no more, the first new row gets it. */
async function showMore(button: HTMLButtonElement, program: ProgramNames): Promise<void> {
  const { view, fields } = readQuery(new URLSearchParams(location.search))
  const cursor = button.dataset.cursor ?? null
  const answer = await moreRows(view, fields, cursor, program)
  if (answer.kind !== 'here') return alarm(troubleOf(answer))
  alarm('')
  const { markup, nextCursor } = answer.body
  const rows = place('rows')
  const before = rows.children.length
  rows.insertAdjacentHTML('beforeend', markup)
  button.dataset.cursor = nextCursor ?? ''
  say(`${rows.children.length - before} more, ${rows.children.length} in all.`)
  if (nextCursor !== null) return
  const first = rows.children[before] as HTMLElement | undefined
  first?.setAttribute('tabindex', '-1')
  first?.focus()
  button.hidden = true
}

interface MoreRows {
  readonly markup: string
  readonly nextCursor: string | null
}

/** The next page of a list, as rows of its table. */
async function moreRows(
  view: ViewName,
  fields: Fields,
  cursor: string | null,
  program: ProgramNames,
): Promise<Answer<MoreRows>> {
  switch (view) {
    case 'entries':
      return mapped(await askEntries(fields, cursor), (body) => withMarkup(body, entryRows(body, program)))
    case 'refunds':
      return mapped(await askRefunds(fields, cursor), (body) => withMarkup(body, refundRows(body)))
    default:
      return mapped(await askActuals(fields, cursor), (body) => withMarkup(body, actualRows(body, program)))
  }
}

const withMarkup = ({ nextCursor }: Pick<MoreRows, 'nextCursor'>, markup: string): MoreRows => ({ markup, nextCursor })

async function reconcile(): Promise<void> {
  const { fields } = readQuery(new URLSearchParams(location.search))
  const { from, to } = fields
  say('Adding up every entry.')
  const answer = await ask<ReconciliationBody>(
    `/reconciliation${searchOf({ ...(from && { from }), ...(to && { to }) })}`,
  )
  say(answer.kind === 'here' ? reconciliationSentence(answer.body) : '')
  alarm(answer.kind === 'here' ? '' : troubleOf(answer))
}

async function closeMonth(month: string, navigator: Navigator): Promise<void> {
  if (!(await confirmed(closingQuestion(month)))) return
  say(`Closing ${monthWords(month)}.`)
  const answer = await send<PeriodBody>(`/periods/${month}/close`, { method: 'POST' })
  if (answer.kind !== 'here') {
    say('')
    return alarm(troubleOf(answer))
  }
  await navigator.again()
  say(`${monthWords(month)} is closed.`)
  place('title').focus()
}

async function verify(month: string): Promise<void> {
  const said = document.querySelector<HTMLElement>(`[data-said="${month}"]`)
  if (!said) return
  said.textContent = `Checking ${monthWords(month)}.`
  const answer = await ask<VerificationBody>(`/verify${searchOf({ month })}`)
  said.textContent = answer.kind === 'here' ? verificationSentence(answer.body) : troubleOf(answer)
}
