import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PublicationRecord } from '#ledger/press.ts'
import type { PublishedEdition } from '#program/document.ts'
import { openFolderStore } from '#publisher/folder-store.ts'
import type { PageStore } from '#publisher/page-store.ts'
import { type Publisher, publishInForce, tryPublication } from '#publisher/publish-in-force.ts'
import { OTHER_EDITION } from './programs.ts'

let folder: string
let store: PageStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cleartier-in-force-'))
  store = openFolderStore(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const edition = (number: number, effectiveFrom: string, revision = 1): PublishedEdition => ({
  ...OTHER_EDITION,
  ...{ edition: number, effectiveFrom, revision },
})
const stands = (published: PublishedEdition): PublicationRecord => ({ edition: published, withdrawnAt: null })

/** A publisher whose pages say which edition and revision they are of; those of `broken` cannot be rendered. */
function publisher(records: readonly PublicationRecord[], now: string, broken = 0): Publisher {
  return {
    ...{ store, publications: async () => records, origin: null, now: () => Date.parse(now) },
    bundle: {
      assets: new Map(),
      render: async (path, { edition: { edition: number, revision } }) => {
        if (number === broken) return new Response('no ink', { status: 422 })
        return new Response(`<html>${number}.${revision}</html>`, { status: path === '/404' ? 404 : 200 })
      },
    },
  }
}

const served = async () => new TextDecoder().decode((await store.read('/'))?.bytes)

describe('what is served', () => {
  const records = [stands(edition(1, '2026-01')), stands(edition(1, '2026-01', 2)), stands(edition(2, '2026-07'))]

  test.each([
    ['before the first edition begins', '2025-11-01T00:00:00Z', '1.2'],
    ['the last instant of a month', '2026-06-30T14:59:59.999Z', '1.2'],
    ['the first instant of the next, in the zone of the program', '2026-06-30T15:00:00Z', '2.1'],
  ])('%s is the edition in force in its latest words', async (_, now, expected) => {
    await publishInForce(publisher(records, now))
    expect(await served()).toBe(`<html>${expected}</html>`)
  })

  test('is nothing that was withdrawn', async () => {
    const withdrawn = { edition: edition(2, '2026-07'), withdrawnAt: 1 }
    await publishInForce(publisher([...records.slice(0, 2), withdrawn], '2026-08-01T00:00:00Z'))
    expect(await served()).toBe('<html>1.2</html>')
  })

  test('is never out of date because somebody published while it was rendered', async () => {
    let readings = 0
    const slow = publisher(records, '2026-01-05T00:00:00Z')
    const publications = async () => (readings++ === 0 ? records.slice(0, 1) : records)
    await publishInForce({ ...slow, publications })
    expect(await served()).toBe('<html>1.2</html>')
  })
})

describe('trying a publication', () => {
  test('fails where its pages would, however late they are in force, and keeps nothing', async () => {
    const records = [stands(edition(1, '2026-01'))]
    const later = { kind: 'edition', edition: edition(2, '2027-01'), costs: {}, draft: null } as const
    await tryPublication(publisher(records, '2026-06-01T00:00:00Z'), later)
    await expect(tryPublication(publisher(records, '2026-06-01T00:00:00Z', 2), later)).rejects.toThrow(
      'Edition 2: the page / could not be rendered: no ink.',
    )
    expect(await readdir(folder)).toEqual([])
  })

  test('of a withdrawal renders what stays', async () => {
    const records = [stands(edition(1, '2026-01')), stands(edition(2, '2027-01'))]
    await tryPublication(publisher(records, '2026-06-01T00:00:00Z', 2), { kind: 'withdrawal', edition: 2 })
  })

  test('says so when there is nothing to render', async () => {
    await expect(publishInForce(publisher([], '2026-06-01T00:00:00Z'))).rejects.toThrow('There is no edition.')
  })
})
