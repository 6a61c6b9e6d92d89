import { describe, expect, test } from 'vitest'
import { readInvoice } from '#finance/invoices/read-invoice.ts'
import type { LineTerms } from '#finance/invoices/read-line.ts'

const TERMS: LineTerms = {
  source: 'parcel-line',
  perks: new Set(['free-delivery', 'lounge']),
  currency: 'GBP',
  latest: Date.UTC(2026, 5, 15, 12),
}
const HEAD = 'id,date,amount,currency,redemption,order,perk,note'

const read = (text: string, terms: Partial<LineTerms> = {}) => readInvoice(text, { ...TERMS, ...terms })

/** The lines of a file that is good. */
function linesOf(text: string, terms: Partial<LineTerms> = {}) {
  const invoice = read(text, terms)
  if (!invoice.ok) throw new Error(JSON.stringify(invoice.faults))
  return invoice.lines
}

/** What is said about a file that is not, as "pointer code". */
function faultsOf(text: string, terms: Partial<LineTerms> = {}): string[] {
  const invoice = read(text, terms)
  return invoice.ok ? [] : invoice.faults.map(({ pointer, code }) => `${pointer} ${code}`)
}

describe('an invoice is read', () => {
  test('line by line, numbered as the spreadsheet does', () => {
    const lines = linesOf(`${HEAD}\nL1,2026-05-20,3.45,GBP,,o-7,free-delivery,to Leeds\n`)
    const time = Date.UTC(2026, 4, 20, 12)
    const said = { order: 'o-7', perk: 'free-delivery', note: 'to Leeds' }
    expect(lines).toEqual([{ row: 2, actual: { source: 'parcel-line', id: 'L1', time, amountMinor: 345, ...said } }])
  })

  test.each([
    ['columns in another order', 'note,order,amount,currency,id,date\n,o-7,3.45,GBP,L1,2026-05-20'],
    ['only the columns it needs', 'id,date,amount,currency,order\nL1,2026-05-20,3.45,GBP,o-7'],
    ['semicolons', 'id;date;amount;currency;order\nL1;2026-05-20;3.45;GBP;o-7'],
    ['a byte order mark', '\uFEFFid,date,amount,currency,order\nL1,2026-05-20,3.45,GBP,o-7'],
    ['quotes', '"id","date","amount","currency","order"\r\n"L1","2026-05-20","3.45","GBP","o-7"\r\n'],
    ['capitals and blanks in the column names', ' ID , Date,Amount,Currency,Order\nL1, 2026-05-20 ,3.45,GBP,o-7'],
    ['blank lines', 'id,date,amount,currency,order\nL1,2026-05-20,3.45,GBP,o-7\n\n,,,,\n'],
  ])('with %s', (_, text) => {
    expect(linesOf(text).map(({ actual }) => [actual.id, actual.order, actual.amountMinor])).toEqual([
      ['L1', 'o-7', 345],
    ])
  })

  test('and a blank line counts as a row, so that numbers agree', () => {
    const text = 'id,date,amount,currency,order\n\nL1,2026-05-20,3.45,GBP,o-7\nL2,2026-05-20,x,GBP,o-8'
    expect(faultsOf(text)).toEqual(['/rows/4/amount bad_money'])
  })

  test('and what all lines are for is said once', () => {
    const text = `${HEAD}\nL1,2026-05-20,3.45,GBP,,o-7,,\nL2,2026-05-20,9.00,GBP,,o-7,lounge,`
    const perks = linesOf(text, { perk: 'free-delivery' }).map(({ actual }) => actual.perk)
    expect(perks).toEqual(['free-delivery', 'lounge'])
  })

  test('and an id that looks like a formula is an id', () => {
    const [line] = linesOf(`${HEAD}\n=1+1,2026-05-20,3.45,GBP,,@o-7,,`)
    expect(line?.actual).toMatchObject({ id: '=1+1', order: '@o-7' })
  })

  test('and a line of today is taken, whatever the hour', () => {
    expect(faultsOf(`${HEAD}\nL1,2026-06-15,3.45,GBP,,o-7,,`, { latest: Date.UTC(2026, 5, 15, 1) })).toEqual([])
  })
})

describe('a line that is wrong is told by its row', () => {
  test.each([
    ['another currency', 'L1,2026-05-20,3.45,EUR,,o-7,,', '/rows/2/currency wrong_currency'],
    ['no currency', 'L1,2026-05-20,3.45,,,o-7,,', '/rows/2/currency wrong_currency'],
    ['less than nothing', 'L1,2026-05-20,-3.45,GBP,,o-7,,', '/rows/2/amount negative'],
    ['nothing', 'L1,2026-05-20,0.00,GBP,,o-7,,', '/rows/2/amount nothing_charged'],
    ['a German number', 'L1,2026-05-20,"1.234,56",GBP,,o-7,,', '/rows/2/amount bad_money'],
    ['a number with groups', 'L1,2026-05-20,"1,234.56",GBP,,o-7,,', '/rows/2/amount bad_money'],
    ['an exponent', 'L1,2026-05-20,1e3,GBP,,o-7,,', '/rows/2/amount bad_money'],
    ['no number', 'L1,2026-05-20,NaN,GBP,,o-7,,', '/rows/2/amount bad_money'],
    ['an amount with its sign', 'L1,2026-05-20,£3.45,GBP,,o-7,,', '/rows/2/amount bad_money'],
    ['half a penny', 'L1,2026-05-20,3.455,GBP,,o-7,,', '/rows/2/amount bad_money'],
    ['no amount', 'L1,2026-05-20,,GBP,,o-7,,', '/rows/2/amount bad_money'],
    ['too much', 'L1,2026-05-20,100000000.00,GBP,,o-7,,', '/rows/2/amount too_big'],
    ['no date', 'L1,,3.45,GBP,,o-7,,', '/rows/2/date bad_date'],
    ['a day that is none', 'L1,2026-02-30,3.45,GBP,,o-7,,', '/rows/2/date bad_date'],
    ['a day in another form', 'L1,20/05/2026,3.45,GBP,,o-7,,', '/rows/2/date bad_date'],
    ['tomorrow', 'L1,2026-06-17,3.45,GBP,,o-7,,', '/rows/2/date in_the_future'],
    ['the year 26', 'L1,0026-05-20,3.45,GBP,,o-7,,', '/rows/2/date too_early'],
    ['no id', ',2026-05-20,3.45,GBP,,o-7,,', '/rows/2/id missing'],
    ['an id without end', `${'x'.repeat(129)},2026-05-20,3.45,GBP,,o-7,,`, '/rows/2/id bad_id'],
    ['nothing it is for', 'L1,2026-05-20,3.45,GBP,,,,', '/rows/2 no_reference'],
    ['a perk by its name', 'L1,2026-05-20,3.45,GBP,,o-7,Free delivery,', '/rows/2/perk unknown_perk'],
    ['a cell too many', 'L1,2026-05-20,3.45,GBP,,o-7,,,x', '/rows/2 too_many_cells'],
    ['a card number', 'L1,2026-05-20,3.45,GBP,,4111 1111 1111 1111,,', '/rows/2/order card_number'],
    ['a card number in the note', 'L1,2026-05-20,3.45,GBP,,o-7,,paid by 4111111111111111', '/rows/2/note card_number'],
  ])('%s', (_, line, fault) => {
    expect(faultsOf(`${HEAD}\n${line}`)).toEqual([fault])
  })

  test('a line that stands twice', () => {
    const line = 'L1,2026-05-20,3.45,GBP,,o-7,,'
    expect(faultsOf(`${HEAD}\n${line}\nL2${line.slice(2)}\n${line}`)).toEqual(['/rows/4/id doubled_line'])
  })

  test('each row says one thing, and every bad row is told', () => {
    const lines = ['L1,x,y,EUR,,o-7,,', 'L2,2026-05-20,3.45,GBP,,o-7,,', 'L3,2026-05-20,0,GBP,,o-7,,']
    expect(faultsOf(`${HEAD}\n${lines.join('\n')}`)).toEqual([
      '/rows/2/date bad_date',
      '/rows/4/amount nothing_charged',
    ])
  })

  test('100,000 rows of which 1% are bad: all 1,000 are told', () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => {
      return `L${at},2026-05-20,${at % 100 === 50 ? '1.234,5' : '3.45'};GBP;;o-${at};;`.replaceAll(',', ';')
    })
    const spoilt = lines.map((line) => line.replace('1.234;5', '1.234,5'))
    const invoice = read(`${HEAD.replaceAll(',', ';')}\n${spoilt.join('\n')}`)
    if (invoice.ok) throw new Error('It was taken.')
    expect({ rows: invoice.rows, faults: invoice.faults.length }).toEqual({ rows: 100_000, faults: 1_000 })
    expect(invoice.faults.slice(0, 2).map(({ pointer }) => pointer)).toEqual(['/rows/52/amount', '/rows/152/amount'])
  })
})

describe('a file that is wrong as a whole is told once', () => {
  test.each([
    ['nothing', '', '/rows no_rows'],
    ['only its columns', HEAD, '/rows no_rows'],
    ['a column nobody knows', `${HEAD},tier\nL1,2026-05-20,3.45,GBP,,o-7,,,gold`, '/rows/1 unknown_column'],
    ['no amounts', 'id,date,currency,order\nL1,2026-05-20,GBP,o-7', '/rows/1/amount missing_column'],
    [
      'a column twice',
      'id,date,amount,amount,currency,order\nL1,2026-05-20,3.45,3.45,GBP,o-7',
      '/rows/1/amount doubled_column',
    ],
    ['nothing to match by', 'id,date,amount,currency\nL1,2026-05-20,3.45,GBP', '/rows/1 missing_column'],
    ['a quote that never ends', `${HEAD}\nL1,"2026-05-20,3.45,GBP,,o-7,,\n`, '/rows/2 bad_csv'],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault])
  })
})
