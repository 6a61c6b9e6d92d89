import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseArguments } from '#local/export/arguments.ts'
import { SetupFault } from '#local/setup-fault.ts'
import { parseMonth } from '#program/month.ts'

describe('what the export command is asked for', () => {
  test('is a format and a month, or several; files go to the working directory or where one says', () => {
    const { order, folder } = parseArguments(['--format', 'parquet', '--period', '2026-05'])
    expect(order).toEqual({ format: 'parquet', period: { from: parseMonth('2026-05'), to: parseMonth('2026-05') } })
    expect(folder).toBe(process.cwd())
    const several = parseArguments([
      '--format',
      'xero',
      '--period',
      '2026-01..2026-03',
      '--contra',
      '850',
      '--out',
      'here',
    ])
    expect(several).toEqual({
      order: { format: 'xero', contra: '850', period: { from: parseMonth('2026-01'), to: parseMonth('2026-03') } },
      folder: resolve('here'),
    })
  })

  test.each([
    [[], '--format'],
    [['--format', 'pdf', '--period', '2026-05'], '--format'],
    [['--format', 'csv', '--period', 'May'], '--period'],
    [['--format', 'csv', '--period', '2026-05..2026-01'], 'ends before it starts'],
    [['--format', 'excel-csv', '--period', '2026-05', '--locale', 'tlh'], '--locale'],
    [['--colour', 'red'], '--colour'],
    [['csv'], 'csv'],
  ])('is refused in a sentence: %j', (args, named) => {
    expect(() => parseArguments(args)).toThrow(SetupFault)
    expect(() => parseArguments(args)).toThrow(named)
  })
})
