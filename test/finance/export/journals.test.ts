import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CostEntry } from '#ledger/cost-entry.ts'
import { correction, setting, textOf, use } from './exported.ts'

const isHere = (command: string) => spawnSync(command, ['--version']).error === undefined
const HERE = { hledger: isHere('hledger'), ledger: isHere('ledger'), beancount: isHere('bean-check') }
const NOT_HERE = 'is not installed on this machine, so it was not asked'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cleartier-journals-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Entries with all that can be odd: zero and negative sums, accounts that are none, names that look like syntax. */
const ODD: readonly CostEntry[] = [
  use('r-1'),
  use('r-2', { perk: 'wrap', costMinor: 115, edition: 2 }),
  correction('v-1', 'reversal', -115, { perk: 'wrap', edition: 2 }),
  correction('t-1', 'true-up', -1250, { perk: 'lounge', tier: 'silver' }),
  use('r-3', { perk: 'a; b: [2026/13/45] "x" \\ | (c)\nexpense  1 EUR', tier: '@#;tag:: x', costMinor: 1 }),
  use('r-4', { perk: ':=: été 東京 😀', tier: '[=2026/99/99]', costMinor: 7 }),
  use('r-5', { perk: 'lower', costMinor: 12 }),
]
const costs = new Map([
  [1, { ...setting().costs.get(1), lower: { unit: '0.12', account: 'Expenses:no such; form' } }],
  [2, setting().costs.get(2) ?? {}],
])

/** The file, and what a program says of it: its standard output, or its complaint. */
function ask(name: string, text: string, command: string, ...rest: string[]) {
  const file = join(folder, name)
  writeFileSync(file, text)
  const { status, stdout, stderr } = spawnSync(
    command,
    rest.map((one) => (one === 'FILE' ? file : one)),
    {
      encoding: 'utf8',
      // Without a configuration of whoever runs this, and in UTF-8 wherever it is.
      env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    },
  )
  return { status, said: stdout.trim(), complaint: stderr.trim() }
}

const CURRENCIES = ['GBP', 'JPY', 'KWD'] as const
const SUM = { GBP: '-9.10', JPY: '-910', KWD: '-0.910' }

describe.each(CURRENCIES)('journals in %s', (currency) => {
  const journal = (format: 'hledger' | 'beancount') => textOf({ format }, ODD, { currency, costs })

  test('are what hledger takes in its strictest mood', async ({ skip }) => {
    if (!HERE.hledger) skip(`hledger ${NOT_HERE}`)
    const text = await journal('hledger')
    expect(ask('strict.journal', text, 'hledger', 'check', '--strict', 'ordereddates', '-f', 'FILE')).toMatchObject({
      status: 0,
      complaint: '',
    })
    const { said } = ask(
      'sum.journal',
      text,
      'hledger',
      'balance',
      'Expenses',
      '--depth',
      '1',
      '-N',
      '-O',
      'csv',
      '-f',
      'FILE',
    )
    expect(said).toContain(`"Expenses","${SUM[currency]} ${currency}"`)
  })

  test('are what ledger takes when it is pedantic, from the same text', async ({ skip }) => {
    if (!HERE.ledger) skip(`ledger ${NOT_HERE}`)
    const text = await journal('hledger')
    const { status, said, complaint } = ask(
      'p.ledger',
      text,
      'ledger',
      '--pedantic',
      '-f',
      'FILE',
      '--depth',
      '1',
      'bal',
      'Expenses',
    )
    expect({ status, complaint }).toEqual({ status: 0, complaint: '' })
    expect(said.replaceAll(/\s+/g, ' ')).toContain(`${SUM[currency]} ${currency} Expenses`)
  })

  test('are what bean-check takes, with the same sum', async ({ skip }) => {
    if (!HERE.beancount) skip(`bean-check ${NOT_HERE}`)
    const text = await journal('beancount')
    expect(ask('b.beancount', text, 'bean-check', 'FILE')).toEqual({ status: 0, said: '', complaint: '' })
  })
})

test('a booking names its account, perk, tier, edition, treatment and how many entries it sums up', async () => {
  const entries = [use('r-1'), use('r-2'), use('r-3', { tier: 'silver' })]
  expect(await textOf({ format: 'hledger' }, entries)).toContain(`
2026-05-31 * Loyalty perks: delivery, gold, edition 1
    ; perk: delivery
    ; tier: gold
    ; edition: 1
    ; treatment: expense
    ; entries: 2
    Expenses:Loyalty:Delivery  6.40 GBP
    Liabilities:Loyalty:Accrued  -6.40 GBP
`)
  expect(await textOf({ format: 'beancount' }, entries)).toContain(`
2026-05-31 * "Loyalty perks" "delivery, gold, edition 1"
  perk: "delivery"
  tier: "gold"
  edition: 1
  treatment: "expense"
  entries: 2
  Expenses:Loyalty:Delivery  6.40 GBP
  Liabilities:Loyalty:Accrued  -6.40 GBP
`)
})

test('costs without an account that can be read are booked where they stand out', async () => {
  const text = await textOf({ format: 'hledger' }, [use('r-1', { perk: 'lounge' }), use('r-2', { perk: 'lower' })], {
    costs,
  })
  expect(text.match(/^ {4}Expenses:Loyalty:Unassigned/gm)).toHaveLength(2)
  expect(text).not.toContain('no such')
})

test.each(['hledger', 'beancount'] as const)('a period without entries is an empty journal for %s', async (format) => {
  const text = await textOf({ format }, [])
  expect(text).not.toContain('Loyalty perks:')
  if (format === 'hledger' && HERE.hledger)
    expect(ask('e.journal', text, 'hledger', 'check', '--strict', '-f', 'FILE').status).toBe(0)
  if (format === 'beancount' && HERE.beancount) expect(ask('e.beancount', text, 'bean-check', 'FILE').status).toBe(0)
})
