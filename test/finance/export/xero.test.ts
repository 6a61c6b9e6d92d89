import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { exported, textOf, use } from './exported.ts'

const codes = (perks: readonly string[]) =>
  new Map([[1, Object.fromEntries(perks.map((perk) => [perk, { unit: '1.00', accountCode: '429' }]))]])

describe('manual journals for Xero', () => {
  test('debit the perk’s account and credit the one named, on the last day of the month', async () => {
    const text = await textOf({ format: 'xero', contra: '850' }, [use('r-1'), use('r-2')])
    expect(text).toBe(
      [
        '*Narration,*Date,Description,*AccountCode,*TaxRate,*Amount',
        'Loyalty perks 2026-05,2026-05-31,"delivery, gold, edition 1, expense, entries: 2",429,No VAT,6.40',
        'Loyalty perks 2026-05,2026-05-31,"delivery, gold, edition 1, expense, entries: 2",850,No VAT,-6.40',
        '',
      ].join('\r\n'),
    )
  })

  test('come in files of at most 300 lines, of which each balances by itself', async () => {
    const perks = Array.from({ length: 301 }, (_, place) => `perk-${place}`)
    const entries = perks.map((perk, place) => use(`r-${place}`, { perk, costMinor: place + 1 }))
    const { files, manifest } = await exported({ format: 'xero', contra: '850' }, entries, { costs: codes(perks) })
    expect(files.map(({ name }) => name)).toEqual([1, 2, 3].map((part) => `rewards-2026-05-xero-${part}-of-3.csv`))
    expect(manifest).toMatchObject({
      rows: 301,
      files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
    })
    for (const { bytes } of files) {
      const rows = parse(Buffer.from(bytes), { columns: true }) as Record<string, string>[]
      expect(rows.length).toBeLessThanOrEqual(300)
      expect(rows.reduce((sum, row) => sum + Math.round(Number(row['*Amount']) * 100), 0)).toBe(0)
      expect(new Set(rows.map((row) => row['*Narration'])).size).toBe(1)
    }
  })

  test('leave out what comes to nothing', async () => {
    const entries = [use('r-1', { perk: 'lounge' }), use('v-1', { perk: 'lounge', kind: 'reversal', costMinor: -320 })]
    expect((await textOf({ format: 'xero', contra: '850' }, entries)).split('\r\n')).toHaveLength(2)
  })

  test('name the perks that have no account code', async () => {
    const refused = textOf({ format: 'xero', contra: '850' }, [use('r-1', { perk: 'lounge' }), use('r-2')])
    await expect(refused).rejects.toMatchObject({
      status: 422,
      code: 'no_account_code',
      message: expect.stringContaining('lounge (edition 1)'),
    })
  })

  test.each([undefined, '', '=1', '12 3', 'x'.repeat(11)])(
    'ask for the account that costs are accrued in: %j',
    async (contra) => {
      const refused = textOf({ format: 'xero', contra }, [use('r-1')])
      await expect(refused).rejects.toMatchObject({ status: 422, extras: { errors: [{ pointer: '/query/contra' }] } })
    },
  )
})
