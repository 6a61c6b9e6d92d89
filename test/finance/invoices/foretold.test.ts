import { expect, test } from 'vitest'
import { bookInvoice } from '#local/invoice/book-invoice.ts'
import { bookShop, costsOfAll, used } from '../../ledger/fresh-books.ts'
import { NOW } from '../../ledger/fresh-ledger.ts'

test('what checking an invoice foretells is what booking it comes to, also where a use has lines in several parts', async () => {
  const { ledger, books } = await bookShop()
  await used(ledger, 'k-1', 'delivery', 'o-1')
  await used(ledger, 'k-2', 'delivery', 'o-2')
  const rows = Array.from({ length: 1_100 }, (_, at) => `L${at},2026-05-20,0.05,GBP,o-${(at % 2) + 1}`)
  const text = `id,date,amount,currency,order\n${rows.join('\n')}`
  const run = (isCheck: boolean) =>
    bookInvoice({ text, source: 'parcel-line', isCheck, ledger, books, now: NOW, progress: () => {} })
  const checked = await run(true)
  const booked = await run(false)
  expect(checked).toEqual(booked)
  expect(booked).toMatchObject({ tally: { matched: 1_100, amountMinor: 5_500, trueUpMinor: 5_500 - 640 } })
  expect(await costsOfAll(books)).toEqual({ totals: 5_500, entries: 5_500 })
})
