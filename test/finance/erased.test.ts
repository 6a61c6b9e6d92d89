import { expect, test, vi } from 'vitest'
import { type FinanceDeps, financeApp } from '#finance/app.ts'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import { as, identifyRole, report } from '../http/roles.ts'
import { erasedLife, KEY, MEMBER, PERSONAL } from '../ledger/erased-life.ts'

test('finance exports the same of a member who was erased, nothing personal is in it, and nothing is logged', async () => {
  const lines: unknown[] = []
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...line) => void lines.push(...line))
  }
  const life = await erasedLife()
  const pseudonym = pseudonymOf(KEY)
  const app = financeApp({
    ...{ ledger: life.ledger, books: life.books, identify: identifyRole, report },
    press: {} as FinanceDeps['press'],
    ...{ now: () => life.clock.now, pseudonym, sealing: {} as FinanceDeps['sealing'] },
  })
  const exported = async () => {
    const path = '/api/v1/finance/export?format=csv&period=2026-05..2026-07'
    const response = await app.request(path, { headers: as('finance') })
    expect(response.status).toBe(200)
    return response.text()
  }
  const before = await exported()
  await life.ledger.erase(MEMBER, KEY)
  expect(await exported()).toBe(before)
  expect(before).toContain(pseudonym(MEMBER))
  for (const value of [MEMBER, ...Object.values(PERSONAL)]) expect(before).not.toContain(value)
  expect(lines).toEqual([])
  vi.restoreAllMocks()
})
