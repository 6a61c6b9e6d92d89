import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEditions } from '#ledger/editions.ts'
import type { Publication } from '#ledger/press.ts'
import { BadCursor } from '#ledger/refusals.ts'
import { NOW } from './fresh-ledger.ts'
import { draft, freshPress, line, pressOf } from './fresh-press.ts'
import { edition } from './perk-shop.ts'

const another = (number: number, name = 'Rewards'): Extract<Publication, { kind: 'edition' }> => {
  const { document, ...dated } = edition(number, `20${26 + number}-01`)
  return { kind: 'edition', edition: { ...dated, document: { ...document, name } }, costs: {}, draft: null }
}

const reworded = (revision: number, name: string): Extract<Publication, { kind: 'revision' }> => ({
  ...{ kind: 'revision', draft: null },
  edition: { ...another(1, name).edition, effectiveFrom: '2026-01', revision },
})

describe('drafts', () => {
  test('come back as they were kept, last changed first, each change with a line in the log', async () => {
    const { press } = await freshPress()
    expect(await press.save(draft(), 0, line('created'))).toBe(true)
    expect(await press.save(draft({ id: 'd-2', changedAt: NOW + 1 }), 0, line('created', { draft: 'd-2' }))).toBe(true)
    expect(await press.save(draft({ version: 2, title: 'Summer', changedAt: NOW + 2 }), 1, line())).toBe(true)
    expect((await press.drafts()).map(({ id, title, version }) => [id, title, version])).toEqual([
      ['d-1', 'Summer', 2],
      ['d-2', 'Spring', 1],
    ])
    expect(await press.draft('d-1')).toEqual(draft({ version: 2, title: 'Summer', changedAt: NOW + 2 }))
    expect((await press.log({ limit: 9, cursor: null })).items).toHaveLength(3)
  })

  test('are kept only by those who have seen their latest version, and nothing is logged for the others', async () => {
    const { press } = await freshPress()
    await press.save(draft(), 0, line('created'))
    expect(await press.save(draft({ title: 'Mine' }), 0, line())).toBe(false)
    expect(await press.save(draft({ version: 6, title: 'Mine' }), 5, line())).toBe(false)
    expect((await press.draft('d-1'))?.title).toBe('Spring')
    expect((await press.log({ limit: 9, cursor: null })).items.map(({ what }) => what)).toEqual(['created'])
  })

  test('of two authors at once exactly one is kept', async () => {
    const { press } = await freshPress()
    await press.save(draft(), 0, line('created'))
    const kept = await Promise.all(
      ['mine', 'yours'].map((title) => press.save(draft({ version: 2, title }), 1, line())),
    )
    expect(kept.toSorted()).toEqual([false, true])
    expect((await press.draft('d-1'))?.title).toBe(kept[0] ? 'mine' : 'yours')
  })

  test('that are thrown away are gone, also for whoever would write in them, and stay in the log', async () => {
    const { press } = await freshPress()
    await press.save(draft(), 0, line('created'))
    expect(await press.discard('d-1', 2, line('discarded'))).toBe(false)
    expect(await press.discard('d-1', 1, line('discarded'))).toBe(true)
    expect(await press.draft('d-1')).toBeUndefined()
    expect(await press.drafts()).toEqual([])
    expect(await press.save(draft(), 0, line('created'))).toBe(false)
    expect((await press.log({ limit: 9, cursor: null })).items.map(({ what }) => what).toSorted()).toEqual([
      'created',
      'discarded',
    ])
  })

  test('of more than an item can hold are refused, and nothing is kept', async () => {
    const { press } = await freshPress()
    const large = draft({ title: 'x'.repeat(300_000) })
    await expect(async () => press.save(large, 0, line())).rejects.toThrow(RangeError)
    expect(await press.drafts()).toEqual([])
  })
})

describe('the head', () => {
  test('of two publishers at once exactly one wins, and the other’s draft is still there', async () => {
    const { press, ledger } = await freshPress()
    await press.save(draft({ id: 'mine' }), 0, line('created'))
    await press.save(draft({ id: 'yours' }), 0, line('created'))
    const seen = await press.head()
    expect(seen).toEqual({ version: 1 })
    const won = await Promise.all(
      ['mine', 'yours'].map((id) =>
        press.publish({ ...another(2, id), draft: { id, version: 1 } }, seen, line('published', { draft: id })),
      ),
    )
    expect(won.toSorted()).toEqual([false, true])
    expect((await ledger.program()).published.at(-1)?.document.name).toBe(won[0] ? 'mine' : 'yours')
    expect((await press.drafts()).map(({ id }) => id)).toEqual([won[0] ? 'yours' : 'mine'])
    expect(await press.head()).toEqual({ version: 2 })
  })

  test('is moved on by what is published past the studio, too', async () => {
    const { press, ledger } = await freshPress()
    const seen = await press.head()
    await ledger.publish(edition(2, '2027-01'))
    expect(await press.publish(another(3), seen, line('published'))).toBe(false)
    expect(await press.publish(another(3), await press.head(), line('published'))).toBe(true)
  })

  test('does not let a draft be published that somebody has written in since', async () => {
    const { press } = await freshPress()
    await press.save(draft(), 0, line('created'))
    await press.save(draft({ version: 2 }), 1, line())
    const used = { ...another(2), draft: { id: 'd-1', version: 1 } }
    expect(await press.publish(used, await press.head(), line('published'))).toBe(false)
    expect(await press.head()).toEqual({ version: 1 })
  })
})

describe('the program', () => {
  test('has each edition in its latest words, and keeps the earlier ones', async () => {
    const { press, ledger } = await freshPress()
    for (const [index, name] of ['Awards', 'Accolades'].entries()) {
      expect(await press.publish(reworded(index + 2, name), await press.head(), line('revised'))).toBe(true)
    }
    const { published } = await ledger.program()
    expect(published.map((each) => [each.edition, each.revision, each.document.name])).toEqual([[1, 3, 'Accolades']])
    const all = await press.publications()
    expect(all.map(({ edition: { document } }) => document.name)).toEqual(['Rewards', 'Awards', 'Accolades'])
    expect(await ledger.costs(1)).toMatchObject({ coffee: { unit: '0.40' } })
  })

  test('is without what was withdrawn, whose number is never another’s', async () => {
    const { press, client, table } = await freshPress()
    await press.publish(another(2), await press.head(), line('published'))
    expect(await press.publish({ kind: 'withdrawal', edition: 2 }, await press.head(), line('withdrawn'))).toBe(true)
    expect(await press.publish({ kind: 'withdrawal', edition: 2 }, await press.head(), line('withdrawn'))).toBe(false)
    expect((await readEditions(client, table)).published).toHaveLength(1)
    const records = await pressOf({ client, table }).publications()
    expect(records.map((each) => [each.edition.edition, each.withdrawnAt])).toEqual([
      [1, null],
      [2, NOW],
    ])
    expect(await press.head()).toEqual({ version: 3 })
    expect(await press.publish(another(2, 'Again'), await press.head(), line('published'))).toBe(false)
  })

  test('whatever is published in whatever order, every publication moves the head by one', async () => {
    const step = fc.constantFrom('edition', 'revision', 'withdrawal')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const { press, client, table } = await freshPress()
        const expected = new Map([[1, 'Rewards']])
        let [edition, revision, version] = [1, 1, 1]
        for (const kind of steps) {
          if (kind === 'withdrawal' && (edition === 1 || !expected.has(edition))) continue
          const name = `${kind} ${version}`
          const publication =
            kind === 'edition'
              ? another(++edition, name)
              : kind === 'revision'
                ? reworded(++revision, name)
                : ({ kind: 'withdrawal', edition } as const)
          expect(await press.publish(publication, await press.head(), line())).toBe(true)
          if (kind === 'withdrawal') expected.delete(edition)
          else expected.set(kind === 'edition' ? edition : 1, name)
          version++
        }
        expect(await press.head()).toEqual({ version })
        const { published } = await readEditions(client, table)
        expect(published.map((each) => [each.edition, each.document.name])).toEqual([...expected].toSorted())
      }),
      { numRuns: 15 },
    )
  })
})

describe('the log', () => {
  test('is read newest first, page by page', async () => {
    const { press } = await freshPress()
    for (let at = 1; at <= 5; at++) await press.save(draft({ id: `d-${at}` }), 0, line('created', { at: NOW + at }))
    const read: number[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof press.log>> = await press.log({ limit: 2, cursor })
      read.push(...page.items.map(({ at }) => at - NOW))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(read).toEqual([5, 4, 3, 2, 1])
  })

  test('takes no cursor but its own', async () => {
    const { press } = await freshPress()
    await expect(press.log({ limit: 2, cursor: 'bm9uZQ' })).rejects.toThrow(BadCursor)
  })
})
