import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { correction, textOf, use } from './exported.ts'

const HEADER =
  'id,kind,booked_at,booked_month,perk,tier,edition,source,member,redemption,used_at,order_id,currency,basket,worth,cost,' +
  'invoice_source,invoice_id,invoice_amount'

describe('csv for machines', () => {
  test('is RFC 4180 to the letter: CRLF after every record, no mark, dots, instants in UTC, nothing for what is not there', async () => {
    const invoice = { source: 'parcel-line', id: 'inv-1/7', amountMinor: 299 }
    const entries = [use('r-1'), correction('t-1', 'true-up', -21, { order: null, invoice })]
    expect(await textOf({ format: 'csv' }, entries)).toBe(
      [
        HEADER,
        'r-1,use,2026-05-31T12:00:00.000Z,2026-05,delivery,gold,1,till-1,p-of-m-1,r-1,2026-05-31T12:00:00.000Z,o-1,GBP,59.90,4.95,3.20,,,',
        't-1,true-up,2026-05-31T12:00:00.000Z,2026-05,delivery,gold,1,till-1,p-of-m-1,r-1,2026-05-31T12:00:00.000Z,,GBP,,,-0.21,parcel-line,inv-1/7,2.99',
        '',
      ].join('\r\n'),
    )
  })

  test('quotes what has commas, quotes or half a line end in it, and nothing else', async () => {
    const text = await textOf({ format: 'csv' }, [
      use('r-1', { source: 'a,"b"', order: 'c\nd', tier: 'e\rf', perk: '=1+1' }),
    ])
    expect(text).toContain(',=1+1,"e\rf",1,"a,""b""",')
    expect(text).toContain(',"c\nd",GBP,')
  })

  test('without entries is its header', async () => {
    expect(await textOf({ format: 'csv' }, [])).toBe(`${HEADER}\r\n`)
  })
})

describe('csv for Excel', () => {
  const entries = [correction('t-1', 'true-up', -123_456)]

  test.each([
    ['en-GB', ',31/05/2026 13:00:00,', ',-1234.56,'],
    ['en-US', ',05/31/2026 13:00:00,', ',-1234.56,'],
    ['de-DE', ';31.05.2026 13:00:00;', ';-1234,56;'],
    ['fr-FR', ';31/05/2026 13:00:00;', ';-1234,56;'],
  ] as const)(
    'in %s has dates, columns and decimals as Excel there reads them, by the shop’s clock',
    async (locale, date, amount) => {
      const text = await textOf({ format: 'excel-csv', locale }, entries)
      expect(text.startsWith('\uFEFFid')).toBe(true)
      expect(text).toContain(date)
      expect(text).toContain(amount)
    },
  )

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    '\u00A0=1',
    '\u200B=1',
    '＝1',
    '\n@x',
    '=cmd|"/c calc"!A1',
  ])('takes the sting out of %j, wherever it stands', async (sting) => {
    const places = { perk: sting, tier: sting, source: sting, order: sting, redemption: sting }
    const text = await textOf({ format: 'excel-csv' }, [
      use(sting, { ...places, invoice: { source: sting, id: sting, amountMinor: 1 } }),
    ])
    const [, row = []] = parse(text, { bom: true }) as string[][]
    expect(row.filter((cell) => cell === `'${sting}`)).toHaveLength(8)
    expect(row).not.toContain(sting)
  })

  test('leaves ordinary names as they are, and amounts below zero are numbers', async () => {
    const text = await textOf({ format: 'excel-csv' }, [correction('v-1', 'reversal', -320, { source: 'till-1' })])
    expect(text).not.toContain("'")
    expect(text).toContain(',-3.20,')
  })
})
