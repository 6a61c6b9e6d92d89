import { describe, expect, test } from 'vitest'
import { budgetScreen } from '../../../web/finance/budget-screen.ts'
import { costsScreen } from '../../../web/finance/costs-screen.ts'
import { entriesScreen } from '../../../web/finance/entries-screen.ts'
import { exportSearch, exportsScreen } from '../../../web/finance/exports-screen.ts'
import { exposureScreen } from '../../../web/finance/exposure-screen.ts'
import { invoicesScreen } from '../../../web/finance/invoices-screen.ts'
import { overviewScreen } from '../../../web/finance/overview-screen.ts'
import { periodsScreen } from '../../../web/finance/periods-screen.ts'
import { refundsScreen } from '../../../web/finance/refunds-screen.ts'
import { tiersScreen } from '../../../web/finance/tiers-screen.ts'
import { unitCostsScreen } from '../../../web/finance/unit-costs-screen.ts'
import { useScreen } from '../../../web/finance/use-screen.ts'
import * as books from './some-books.ts'
import { PROGRAM } from './some-books.ts'

/** The words on a screen, as they are read one after the other. */
const words = (markup: string) =>
  markup
    .replace(/<svg.*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const links = (markup: string) =>
  [...markup.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

describe('costs', () => {
  const screen = costsScreen(books.COSTS, { by: 'perk,month' }, PROGRAM)

  test('say first what the uses came to, and how far invoices differ', () => {
    expect(screen.lead).toBe(
      '244 uses cost £907.90 in October to November 2026; invoices came to £2.10 more than was accrued.',
    )
  })

  test('lead from every row to just its entries', () => {
    expect(links(screen.body)).toContain('/finance?view=entries&from=2026-11&to=2026-11&perk=delivery')
    expect(words(screen.body)).toContain('Free delivery November 2026 125 £402.10 £2.10 £402.10')
  })

  test('name a perk that is no longer in the program by its id, and show what is below zero', () => {
    expect(words(screen.body)).toContain('retired November 2026 -1 -£4.20 £0.00 -£4.20')
  })

  test('keep what they were narrowed to, in words and in their links', () => {
    const narrowed = costsScreen({ ...books.COSTS, by: ['month'] }, { tier: 'gold', source: 'till-1' }, PROGRAM)
    expect(narrowed.about).toBe('October to November 2026 · Gold, till-1')
    for (const href of links(narrowed.body)) expect(href).toMatch(/tier=gold&source=till-1/)
  })

  test('of a period in which nothing was booked say so', () => {
    const none = {
      ...books.COSTS,
      items: [],
      total: { entries: 0, uses: 0, accrued: '0.00', trueUp: '0.00', cost: '0.00' },
    }
    expect(costsScreen(none, {}, PROGRAM).lead).toBe('Nothing was booked in October to November 2026.')
  })
})

describe('entries and uses', () => {
  test('every entry leads to its use, and a true-up names the line of the invoice', () => {
    const { body } = entriesScreen(books.ENTRIES, {}, PROGRAM)
    expect(links(body)).toEqual(['/finance?view=use&id=r-1', '/finance?view=use&id=r-1'])
    expect(words(body)).toContain('True-up parcel-line inv/17: £3.55')
    expect(body).toContain('data-cursor="more"')
  })

  test('a use shows its promise, its terms, its edition, every entry and their sum', () => {
    const { lead, body } = useScreen(books.USE, PROGRAM)
    expect(lead).toBe(
      'Free delivery, granted to a member of Gold on 3 November 2026 at 10:00, cost £3.55 in two entries.',
    )
    expect(words(body)).toContain('Free delivery for Gold: on orders of £25 or more')
    expect(words(body)).toContain('Edition 3, in force since 1 July 2026')
    expect(words(body)).toContain('Together £3.55')
  })
})

describe('the overview', () => {
  const { COSTS: costs, BUDGETS: budget, TIERS: tiers } = books
  const screen = overviewScreen({ costs, budget, tiersNow: tiers, tiers }, PROGRAM)

  test('begins with the month in a sentence', () => {
    expect(screen.lead).toBe(
      'In November, 144 uses of perks have cost £587.90 so far, 2.1% of what members spent; free delivery is the largest at £402.10. ' +
        'The budget for free delivery runs out on 13 December 2026 at this pace.',
    )
  })

  test('leads from every picture to the table behind it', () => {
    expect(links(screen.body)).toEqual(
      expect.arrayContaining([
        '/finance?view=costs&by=tier&from=2026-11&to=2026-11&perk=lounge',
        '/finance?view=costs&by=month&from=2026-01&to=2026-12&perk=delivery',
        '/finance?view=costs&by=perk&from=2026-11&to=2026-11&tier=member',
      ]),
    )
  })

  test('of a shop without budgets says where they are set', () => {
    const none = { ...budget, items: [], without: [] }
    expect(words(overviewScreen({ costs, budget: none, tiersNow: tiers, tiers }, PROGRAM).body)).toContain(
      'No perk has a budget.',
    )
  })
})

test('budgets say how many run out, and give each its months and its owner', () => {
  const { lead, body } = budgetScreen(books.BUDGETS, PROGRAM)
  expect(lead).toBe('1 budget, of which 1 will run out before its end at the present pace.')
  expect(words(body)).toContain('Head of logistics')
  expect(words(body)).toContain('November 2026 £2,990.00 £3,600.00')
  expect(words(body)).toContain('Without a budget')
})

test('exposure says what is likely, what is possible, and what that rests on', () => {
  const { lead, body } = exposureScreen(books.EXPOSURE, PROGRAM)
  expect(lead).toBe(
    'Open allowances will probably cost £712.50, and £6,650.00 at most, besides 1 perk of a tier that nothing limits.',
  )
  expect(words(body)).toContain('10.0% 96 of 960')
  expect(words(body)).toContain('A tenth of what may be used was used.')
})

test('tiers have their figures, and a dash where nobody bought', () => {
  const { lead, body } = tiersScreen(books.TIERS, {}, PROGRAM)
  expect(lead).toBe('In November 2026 perks cost £0.96 for each active member, 2.1% of what members spent.')
  expect(words(body)).toContain('Gold 80 0 £0.00 0 £0.00 – –')
})

test('months say their state, and offer what can be done with each', () => {
  const { lead, body } = periodsScreen({ items: books.PERIODS }, PROGRAM)
  expect(lead).toBe('September 2026 can be closed.')
  expect(words(body)).toContain('Closed on 2 September 2026 at 09:00, with 1,234 entries.')
  expect(
    [...body.matchAll(/data-action="(\w+)" data-month="([\d-]+)"/g)].map(([, action, month]) => [action, month]),
  ).toEqual([
    ['close', '2026-09'],
    ['verify', '2026-08'],
  ])
  expect(links(body)).toContain('/api/v1/finance/periods/2026-08/archive')
})

test('lines of invoices say why they match no use', () => {
  const { body } = invoicesScreen({ items: [books.ACTUAL], nextCursor: null }, {}, PROGRAM)
  expect(words(body)).toContain('inv/18 order order-9, Free delivery £3.40 No perk was used on this order –')
})

test('refunds that do not add up say why, and what is left over', () => {
  const refund = {
    ...{ member: 'p-ada', source: 'shop-1', purchase: 'o-1', currency: 'GBP' },
    reason: 'more_than_was_left',
    received: { amount: '110.00', units: 3 },
    applied: { amount: '100.00', units: 2 },
    excess: { amount: '10.00', units: 1 },
  } as const
  const { lead, body } = refundsScreen({ items: [refund], nextCursor: null })
  expect(lead).toBe('These refunds ask back more than their purchases have, or name purchases that never came.')
  expect(words(body)).toContain('o-1 shop-1 p-ada More than was left of the purchase £110.00 £100.00 £10.00')
  expect(refundsScreen({ items: [], nextCursor: null })).toMatchObject({
    lead: 'Every refund fits its purchase.',
    body: '',
  })
})

test('unit costs stand by edition, and the form begins with the latest', () => {
  const { lead, body } = unitCostsScreen(books.UNIT_COSTS, PROGRAM)
  expect(lead).toBe('A use costs what the edition in force says: edition 3, since July 2026.')
  expect(words(body)).toContain('Lounge entry not said')
  expect(body).toContain('name="/costs/delivery/unit" type="text" value="3.20"')
  expect(body).not.toContain('data-action="approve"')
})

test('costs that wait can be approved by anybody but their author', () => {
  const next = {
    ...{ version: 7, effectiveFrom: '2027-01', costs: {}, changedAt: '2026-11-20T09:00:00Z', isMine: true },
    ...{ earliest: '2027-01', changes: ['Lounge entry: unit cost from £9.50 to £9.80.'] },
  }
  const seen = (isMine: boolean) => unitCostsScreen({ ...books.UNIT_COSTS, next: { ...next, isMine } }, PROGRAM).body
  expect(words(seen(true))).toContain('Lounge entry: unit cost from £9.50 to £9.80.')
  expect(seen(true)).not.toContain('data-action="approve"')
  expect(seen(false)).toContain('data-action="approve" data-version="7"')
})

test('an export says what it holds, and where it is', () => {
  const fields = { format: 'csv', from: '2026-10', to: '2026-11', locale: 'de-DE', contra: '800' }
  const { lead, body } = exportsScreen(books.MANIFEST, fields, PROGRAM)
  expect(lead).toBe('246 entries of October to November 2026, which come to £907.90.')
  expect(links(body)).toContain('/api/v1/finance/export?format=csv&period=2026-10..2026-11')
  expect(words(body)).toContain('0f0f')
  expect(exportSearch({ ...fields, format: 'xero', from: '2026-11' })).toBe('?format=xero&period=2026-11&contra=800')
})

test('whatever a shop calls its tills and members stands as text', () => {
  const evil = '<img src=x onerror=alert(1)>"'
  const { body } = entriesScreen(
    { ...books.ENTRIES, items: [books.entry({ source: evil, member: evil })] },
    {},
    PROGRAM,
  )
  expect(body).not.toContain('<img')
  expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;')
})
