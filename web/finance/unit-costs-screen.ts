import type { UnitCostsBody } from '#finance/invoice-routes.ts'
import { instantWords, monthWords } from '#program/words/date-words.ts'
import { escapeText } from '../pictures/svg.ts'
import { amountWords } from './amount.ts'
import { dataTable } from './data-table.ts'
import type { ProgramNames } from './program.ts'
import { facts, type Screen, section } from './screen.ts'
import { type PerkCost, TREATMENTS, unitCostsForm } from './unit-costs-form.ts'

/** How many editions stand side by side; earlier ones can be exported. */
const COMPARED = 6

/** What each edition says a use costs, and what finance prepares for the next. */
export function unitCostsScreen(body: UnitCostsBody, { timeZone }: ProgramNames): Screen {
  const inForce = body.editions.find(({ isInForce }) => isInForce)
  return {
    title: 'Unit costs',
    lead: inForce
      ? `A use costs what the edition in force says: edition ${inForce.edition}, since ${monthWords(inForce.effectiveFrom)}.`
      : 'A use costs what the edition in force says. None is in force yet.',
    body:
      section('By edition', '', editionsTable(body)) +
      (inForce ? section('In force', '', inForceFacts(inForce.costs, body)) : '') +
      nextPart(body, timeZone) +
      section('Prepare the next edition’s costs', PREPARE, unitCostsForm(body)),
  }
}

const PREPARE =
  'Costs change with an edition, never in between. Somebody else in finance approves what you prepare; the edition then changes nothing but costs.'

function editionsTable({ editions, perks, currency }: UnitCostsBody): string {
  const shown = editions.slice(-COMPARED)
  return dataTable({
    caption: editions.length > COMPARED ? `Unit costs in the last ${COMPARED} editions` : 'Unit costs in every edition',
    columns: [
      { head: 'Perk' },
      ...shown.map(({ edition, effectiveFrom }) => ({
        head: `Edition ${edition}, ${monthWords(effectiveFrom)}`,
        isFigure: true,
      })),
    ],
    rows: perks.map(({ id, name }) => [
      { text: name },
      ...shown.map(({ costs }) => ({ text: costs[id] ? amountWords(costs[id].unit, currency) : 'not said' })),
    ]),
  })
}

const inForceFacts = (costs: Readonly<Record<string, PerkCost>>, { perks, currency }: UnitCostsBody) =>
  dataTable({
    caption: 'What else the edition in force says of each perk’s cost',
    columns: ['Perk', 'Budget', 'Account', 'Treated as', 'Answers for it', 'Shown by'].map((head) => ({ head })),
    kind: 'wordy',
    rows: perks.map(({ id, name }) => {
      const { budget, account, accountCode, treatment, owner, evidence } = costs[id] ?? { unit: '' }
      return [
        { text: name },
        { text: budget ? `${amountWords(budget.amount, currency)} a ${budget.per}` : 'None' },
        { text: account ?? 'None', ...(accountCode && { note: accountCode }) },
        { text: TREATMENTS.find((one) => one.id === treatment)?.name ?? 'Not said' },
        { text: owner ?? 'Nobody is named' },
        evidence ? { text: evidence.replace(/^https:\/\//, ''), href: evidence } : { text: 'Nothing' },
      ]
    }),
  })

function nextPart({ next }: UnitCostsBody, timeZone: string): string {
  if (!next) return ''
  const changes = next.changes.map((words) => `<li>${escapeText(words)}</li>`).join('')
  const list =
    changes === '' ? '<p>Nothing differs from the latest edition.</p>' : `<ul class="changes">${changes}</ul>`
  const when = facts([
    ['Takes effect', monthWords(next.effectiveFrom)],
    ['Changed last', `${instantWords(next.changedAt, timeZone)}, by ${next.isMine ? 'you' : 'somebody else'}`],
  ])
  const approve = next.isMine ? '' : button('approve', next.version, 'Approve and publish', '')
  const mine = next.isMine ? '<p>You changed it last, so somebody else in finance approves it.</p>' : ''
  return section(
    'Waiting for approval',
    '',
    `${when}${list}${mine}<p class="actions">${approve}${button('withdraw', next.version, 'Take back', ' quiet')}</p>`,
  )
}

const button = (action: string, version: number, words: string, look: string) =>
  `<button class="button${look}" type="button" data-action="${action}" data-version="${version}">${words}</button>`
