import { describe, expect, test } from 'vitest'
import type { Booked } from '#ledger/books.ts'
import { trustedCheckpoint } from '#ledger/seal/checkpoint.ts'
import { archivedMonth, closeMonth } from '#ledger/seal/close-month.ts'
import { closablePeriods } from '#ledger/seal/periods.ts'
import { verifyMonth } from '#ledger/seal/verify-month.ts'
import { formatMonth, type Month, parseMonth } from '#program/month.ts'
import { AFTER_MAY, bought, closerOf, EVERY_KIND, MAY, memoryBooks, program } from './booked-months.ts'
import { anySigner } from './memory-archive.ts'

const MARCH = parseMonth('2026-03')
const SPRING = new Map<Month, readonly Booked[]>([
  [MARCH, [bought(1), bought(2)]],
  [MAY, EVERY_KIND],
])

describe('a month is closed', () => {
  test('one after the other, each naming the one before, also one in which nothing happened', async () => {
    const books = memoryBooks(SPRING)
    const closer = closerOf(books)
    for (const month of [MARCH, MARCH + 1, MAY]) {
      expect((await closeMonth(closer, month, 'finn')).kind).toBe('closed')
    }
    const closings = await books.closings()
    expect(closings.map(({ size, closedBy, closedAt }) => [size, closedBy, closedAt])).toEqual(
      [2, 0, 7].map((size) => [size, 'finn', AFTER_MAY]),
    )
    expect(closings.map(({ checkpoint }) => trustedCheckpoint(checkpoint).previous?.month)).toEqual([
      undefined,
      '2026-03',
      '2026-04',
    ])
    for (const closing of closings) {
      const { finding } = await verifyMonth(archivedMonth(closer.archive, closing), { checkpoint: closing.checkpoint })
      expect(finding).toBeNull()
    }
  })

  test('and stays checkable when another key signs the next', async () => {
    const books = memoryBooks(SPRING)
    const closer = closerOf(books)
    await closeMonth(closer, MARCH, 'finn')
    const renewed = { ...closer, signer: anySigner() }
    const closed = await closeMonth(renewed, MARCH + 1, 'finn')
    if (closed.kind !== 'closed') throw new Error(closed.kind)
    expect(await verifyMonth(archivedMonth(closer.archive, closed.closing))).toMatchObject({ finding: null })
  })
})

describe('a month is not closed', () => {
  test('before an hour after its end', async () => {
    const closer = closerOf(memoryBooks(new Map([[MAY, EVERY_KIND]])), { now: () => AFTER_MAY - 1 })
    expect(await closeMonth(closer, MAY, 'finn')).toEqual({ kind: 'not_over', closable: AFTER_MAY })
    expect(closer.archive.kept.size).toBe(0)
  })

  test('out of turn, twice, or where nothing was booked', async () => {
    const closer = closerOf(memoryBooks(SPRING))
    expect(await closeMonth(closer, MAY, 'finn')).toEqual({ kind: 'not_next', next: MARCH })
    expect(await closeMonth(closer, MARCH - 1, 'finn')).toEqual({ kind: 'unknown' })
    expect(await closeMonth(closer, MAY + 2, 'finn')).toMatchObject({ kind: 'not_over' })
    await closeMonth(closer, MARCH, 'finn')
    expect(await closeMonth(closer, MARCH, 'fay')).toMatchObject({
      kind: 'already_closed',
      closing: { closedBy: 'finn' },
    })
  })

  test('while its totals and its entries differ: the differences are told', async () => {
    const differences = ['wrap, Silver: 3 uses in the totals, 2 in the entries']
    const books = memoryBooks(SPRING)
    const closer = closerOf(books, { differences: async () => differences })
    expect(await closeMonth(closer, MARCH, 'finn')).toEqual({ kind: 'does_not_add_up', differences })
    expect(await books.closings()).toEqual([])
    expect(closer.archive.kept.size).toBe(0)
  })
})

describe('whatever gets in between', () => {
  test('of two who close at once one does, and the other learns who it was', async () => {
    const books = memoryBooks(SPRING)
    const closer = closerOf(books)
    const both = await Promise.all(['finn', 'fay'].map((by) => closeMonth(closer, MARCH, by)))
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['closed', 'overtaken'])
    const [closing] = await books.closings()
    for (const one of both) expect(one).toMatchObject({ closing })
    if (!closing) throw new Error('Nothing was closed.')
    expect(await verifyMonth(archivedMonth(closer.archive, closing), { checkpoint: closing.checkpoint })).toMatchObject(
      { finding: null },
    )
  })

  test('an attempt that breaks off at any step closes nothing, and the next one does', async () => {
    for (let step = 1; step <= 6; step++) {
      const books = memoryBooks(SPRING)
      const closer = closerOf(books)
      let steps = 0
      const breaksAt = async () => {
        if (++steps === step) throw new Error('The machine went off.')
      }
      const archive = {
        ...closer.archive,
        put: async (...file: Parameters<typeof closer.archive.put>) => {
          await closer.archive.put(...file)
          await breaksAt()
        },
      }
      const close = async (closing: Parameters<typeof books.close>[0]) => {
        await breaksAt()
        return books.close(closing)
      }
      const attempt = closeMonth({ ...closer, archive, books: { ...books, close } }, MARCH, 'finn')
      if (step <= 5) await expect(attempt).rejects.toThrow('The machine went off.')
      else await attempt
      expect((await closablePeriods(books, program, AFTER_MAY)).at(-1)?.state).toBe(step <= 5 ? 'ready' : 'closed')
      if (step <= 5) expect((await closeMonth(closer, MARCH, 'finn')).kind).toBe('closed')
      const [closing] = await books.closings()
      if (!closing) throw new Error('Nothing was closed.')
      expect(await verifyMonth(archivedMonth(closer.archive, closing))).toMatchObject({ entries: 2, finding: null })
    }
  })

  test('a closing that was entered though its answer was lost is told as closed', async () => {
    const books = memoryBooks(SPRING)
    const close = async (closing: Parameters<typeof books.close>[0]) => {
      await books.close(closing)
      return false
    }
    expect((await closeMonth(closerOf({ ...books, close }), MARCH, 'finn')).kind).toBe('closed')
  })
})

test('the months are listed from the first with an entry to the current one, with what can be done', async () => {
  const books = memoryBooks(SPRING)
  const states = async (now: number) =>
    (await closablePeriods(books, program, now)).map(({ month, state }) => `${formatMonth(month)} ${state}`)
  expect(await states(AFTER_MAY - 1)).toEqual(['2026-06 open', '2026-05 open', '2026-04 waiting', '2026-03 ready'])
  await closeMonth(closerOf(books), MARCH, 'finn')
  expect(await states(AFTER_MAY)).toEqual(['2026-06 open', '2026-05 waiting', '2026-04 ready', '2026-03 closed'])
  expect(await closablePeriods(memoryBooks(new Map()), program, AFTER_MAY)).toEqual([])
})
