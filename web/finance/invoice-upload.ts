import type { InvoiceBody } from '#finance/invoice-routes.ts'
import { countWords } from '#program/words/list-words.ts'
import { draw, place } from '../standing/place.ts'
import { type Answer, type Fault, send, troubleOf } from './ask.ts'
import { csvParts } from './csv-parts.ts'
import { faultsPart, outcomePart } from './invoices-screen.ts'
import type { Navigator } from './navigate.ts'
import { searchOf } from './query.ts'
import { alarm, say } from './say.ts'
import { summedUp } from './sum-invoices.ts'

/** An invoice that was checked and can be booked. */
interface Invoice {
  readonly parts: readonly string[]
  readonly source: string
  readonly perk: string
}

const BOOK = '<p class="actions"><button class="button" type="button" data-book>Book this invoice</button></p>'

/** An invoice is checked whole, shown, and booked when whoever sent it says so. */
export function listenToInvoices(navigator: Navigator): void {
  let checked: Invoice | null = null
  let isBusy = false
  const alone = async (work: () => Promise<void>) => {
    if (isBusy) return
    isBusy = true
    await work().finally(() => {
      isBusy = false
    })
  }
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!form.matches('[data-upload]')) return
    event.preventDefault()
    void alone(async () => {
      checked = await check(form)
    })
  })
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element && target.closest('[data-book]'))) return
    void alone(async () => {
      if (checked && (await book(checked, navigator))) checked = null
    })
  })
  // What was checked is no longer what the form says.
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof Element && target.closest('[data-upload]')) || !checked) return
    checked = null
    draw('invoice', '')
  })
}

/** Checks every part before anything is booked. Null when something is wrong, which then stands on the page. */
async function check(form: HTMLFormElement): Promise<Invoice | null> {
  const fields = new FormData(form)
  const split = csvParts(await (fields.get('file') as File).text())
  if (!split.ok) return refused(split.detail, [])
  const invoice = { parts: split.parts, source: String(fields.get('source')).trim(), perk: String(fields.get('perk')) }
  const bodies: InvoiceBody[] = []
  const faults: Fault[] = []
  for (const [index, part] of invoice.parts.entries()) {
    say(`Checking part ${index + 1} of ${invoice.parts.length}.`)
    const answer = await sendPart(invoice, part, true)
    if (answer.kind === 'here') bodies.push(answer.body)
    else if (answer.kind === 'refused' && answer.errors.length > 0) faults.push(...answer.errors)
    else return refused(troubleOf(answer), [])
  }
  if (faults.length > 0) return refused('', faults)
  say('')
  show(outcomePart(summedUp(bodies)) + BOOK)
  return invoice
}

function refused(detail: string, faults: readonly Fault[]): null {
  say('')
  show(faultsPart(detail, faults))
  return null
}

/** Books part by part; a part that is sent again does no harm, so whoever lost the connection presses the button again. */
async function book(invoice: Invoice, navigator: Navigator): Promise<boolean> {
  const bodies: InvoiceBody[] = []
  for (const [index, part] of invoice.parts.entries()) {
    say(`Booking part ${index + 1} of ${invoice.parts.length}.`)
    const answer = await sendPart(invoice, part, false)
    if (answer.kind !== 'here') {
      say('')
      alarm(`${troubleOf(answer)}${bodies.length > 0 ? HALF : ''}`)
      return false
    }
    bodies.push(answer.body)
  }
  const sum = summedUp(bodies)
  await navigator.again()
  say(`Booked: ${countWords(sum.rows, 'row')}.`)
  show(outcomePart(sum))
  return true
}

const HALF = ' The parts before this one are booked. Book again: what is booked already is not counted twice.'

const sendPart = ({ source, perk }: Invoice, part: string, isCheck: boolean): Promise<Answer<InvoiceBody>> =>
  send(`/invoices${searchOf({ source, ...(perk !== '' && { perk }), check: String(isCheck) })}`, {
    method: 'POST',
    body: part,
  })

function show(markup: string): void {
  alarm('')
  draw('invoice', markup)
  place('invoice').focus()
}
