import type { RefundsBody } from '#finance/routes.ts'
import { amountWords } from './amount.ts'
import { type Cell, dataTable, tableRow } from './data-table.ts'
import { moreButton } from './entries-screen.ts'
import type { Screen } from './screen.ts'

const COLUMNS = [
  { head: 'Purchase', isCode: true },
  { head: 'Source', isCode: true },
  { head: 'Member', isCode: true },
  { head: 'Why' },
  { head: 'Asked back', isFigure: true },
  { head: 'Taken', isFigure: true },
  { head: 'Left over', isFigure: true },
]

/** Refunds that do not add up by themselves: somebody has to look at each. */
export function refundsScreen(body: RefundsBody): Screen {
  const isEmpty = body.items.length === 0 && body.nextCursor === null
  return {
    title: 'Refunds',
    lead: isEmpty ? 'Every refund fits its purchase.' : LEAD,
    body: isEmpty
      ? ''
      : dataTable({ caption: CAPTION, columns: COLUMNS, place: 'rows', rows: body.items.map(cellsOf) }) +
        moreButton(body.nextCursor),
  }
}

const LEAD = 'These refunds ask back more than their purchases have, or name purchases that never came.'
const CAPTION = 'Refunds that do not add up, by the purchase they name'

/** More rows for the same table. */
export const refundRows = ({ items }: RefundsBody): string =>
  items.map((item) => tableRow(cellsOf(item), COLUMNS)).join('')

type Refund = RefundsBody['items'][number]

const cellsOf = ({ purchase, source, member, reason, received, applied, excess, currency }: Refund): Cell[] => [
  { text: purchase },
  { text: source },
  { text: member },
  { text: REASONS[reason] },
  { text: amountWords(received.amount, currency) },
  { text: amountWords(applied.amount, currency) },
  { text: amountWords(excess.amount, currency) },
]

const REASONS: Readonly<Record<Refund['reason'], string>> = {
  purchase_not_arrived: 'The purchase has not arrived',
  not_a_purchase: 'What it names is no purchase of this member',
  more_than_was_left: 'More than was left of the purchase',
}
