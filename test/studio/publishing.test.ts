import { describe, expect, test } from 'vitest'
import { PagesFault } from '#studio/public-pages.ts'
import { approvedDraft, begun, easierGold, reworded, written } from './draft-steps.ts'
import { type FreshStudio, freshStudio } from './fresh-studio.ts'
import { STILL_PAGES } from './still-pages.ts'

const publish = ({ ask }: FreshStudio, { id, version }: { readonly id: string; readonly version: number }) =>
  ask('studio', `POST /drafts/${id}/publish`, undefined, version)

const names = async ({ ask }: FreshStudio) =>
  (await ask('studio', 'GET /editions')).body.items.map(
    (row: { edition: number; revision: number; state: string }) => `${row.edition}.${row.revision} ${row.state}`,
  )

describe('rules', () => {
  test('are published as the next edition, dated and numbered, and the draft is used up', async () => {
    const studio = await freshStudio()
    const draft = await approvedDraft(studio)
    const { status, body } = await publish(studio, draft)
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { edition: 3, revision: 1, effectiveFrom: '2026-09', isInForce: false, site: '1-000000000000' },
    })
    const { published } = await studio.ledger.program()
    expect(published.at(-1)).toMatchObject({
      edition: 3,
      publishedAt: '2026-06-15T12:00:00Z',
      document: draft.document,
    })
    expect(await studio.ledger.costs(3)).toEqual(await studio.ledger.costs(2))
    expect((await studio.ask('studio', 'GET /drafts')).body.items).toEqual([])
    expect(await names(studio)).toEqual(['1.1 superseded', '2.1 in force', '3.1 announced'])
    const [, , row] = (await studio.ask('studio', 'GET /editions')).body.items
    expect(row.changes[0]).toMatch(/^Gold: spend in 12 months from £1,000 to £900, from 1 September 2026/)
  })

  test('wait for approval', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const kept = await written(studio, draft, easierGold(draft.document))
    expect(await publish(studio, kept)).toMatchObject({ status: 409, body: { code: 'not_approved' } })
    expect((await studio.press.head()).version).toBe(2)
  })

  test('of two drafts that were approved side by side go out once, and the other learns what changed', async () => {
    const studio = await freshStudio()
    const [one, other] = [await approvedDraft(studio, 'One'), await approvedDraft(studio, 'Other')]
    const answers = await Promise.all([publish(studio, one), publish(studio, other)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(lost?.body).toMatchObject({ code: 'published_meanwhile' })
    expect(lost?.body.changed[0]).toMatch(/^Edition 3 was published, from 1 September 2026\. Gold: spend/)
    expect(await names(studio)).toHaveLength(3)
    const left = await studio.press.drafts()
    expect(left).toHaveLength(1)
    expect((await publish(studio, left[0] ?? one)).body.code).toBe('published_meanwhile')
  })

  test('take the costs that finance has prepared, as they were when they were approved', async () => {
    const studio = await freshStudio()
    const costs = { ...(await studio.ledger.costs(2)), gone: { unit: '1.00' } }
    const dearer = { ...costs, 'free-delivery': { unit: '4.10', budget: { per: 'year', amount: '9.00' } } } as const
    const sheet = { version: 1, effectiveFrom: '2026-09', author: 'fay', changedAt: 0 }
    studio.finance.sheet = { ...sheet, costs: dearer }
    const draft = await approvedDraft(studio)
    studio.finance.sheet = { ...sheet, version: 2, costs }
    expect((await publish(studio, draft)).body.code).toBe('costs_changed')
    studio.finance.sheet = { ...sheet, costs: dearer }
    expect((await publish(studio, draft)).status).toBe(201)
    expect(await studio.ledger.costs(3)).toMatchObject({ 'free-delivery': { unit: '4.10' } })
    expect(await studio.ledger.costs(3)).not.toHaveProperty('gone')
    expect(studio.finance.sheet).toBeNull()
  })

  test('that were approved too long ago are too late for their month', async () => {
    const studio = await freshStudio()
    const draft = await approvedDraft(studio)
    studio.clock.now = Date.UTC(2026, 7, 31, 22, 50, 1)
    const { status, body } = await publish(studio, draft)
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'too_early' } })
  })

  test('of the very first edition are in force at once', async () => {
    const { ask, ...rest } = await freshStudio({ isEmpty: true })
    const document = (await begun(await freshStudio())).document
    const first = await ask('studio', 'POST /drafts', { title: 'First', document, effectiveFrom: '2026-01' })
    const { id } = first.body
    rest.finance.sheet = {
      ...{ version: 1, effectiveFrom: '2026-01', author: 'fay', changedAt: 0 },
      costs: Object.fromEntries(
        document.perks.map((perk) => [perk.id, { unit: '1.00', budget: { per: 'year', amount: '9.00' } } as const]),
      ),
    }
    expect((await ask('studio', `POST /drafts/${id}/submit`, undefined, 1)).status).toBe(200)
    expect((await ask('approver', `POST /drafts/${id}/approve`, { remark: '' }, 2)).status).toBe(200)
    const { body } = await ask('studio', `POST /drafts/${id}/publish`, undefined, 3)
    expect(body).toMatchObject({ edition: 1, effectiveFrom: '2026-01', isInForce: true })
  })
})

describe('words', () => {
  test('are published at once, as a revision, by one person', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const kept = await written(studio, draft, reworded(draft.document), null)
    const { status, body } = await publish(studio, kept)
    expect({ status, body }).toMatchObject({ status: 201, body: { edition: 2, revision: 2, isInForce: true } })
    const { published } = await studio.ledger.program()
    expect(published.map((edition) => [edition.edition, edition.revision])).toEqual([
      [1, undefined],
      [2, 2],
    ])
    expect(await names(studio)).toEqual(['1.1 superseded', '2.1 superseded', '2.2 in force'])
  })

  test('that somebody else published meanwhile are not overwritten, and can be gone out from', async () => {
    const studio = await freshStudio()
    const [one, other] = [await begun(studio, 'One'), await begun(studio, 'Other')]
    await publish(studio, await written(studio, one, reworded(one.document, 'Here'), null))
    const late = await written(studio, other, reworded(other.document, 'There'), null)
    const refused = await publish(studio, late)
    expect(refused).toMatchObject({ status: 409, body: { code: 'published_meanwhile' } })
    expect(refused.body.changed).toEqual(['Edition 2 was reworded. Gold: the headline is changed.'])
    const { title, explanations, effectiveFrom, document } = late
    const content = { title, explanations, effectiveFrom, document, base: { edition: 2, revision: 2 } }
    const { body } = await studio.ask('studio', `PUT /drafts/${late.id}`, content, late.version)
    expect(await publish(studio, body)).toMatchObject({ status: 201, body: { revision: 3 } })
    const nowhere = { ...content, base: { edition: 2, revision: 9 } }
    const another = await begun(studio)
    expect((await studio.ask('studio', `PUT /drafts/${another.id}`, nowhere, 1)).body.code).toBe('unknown_edition')
  })

  test('of an earlier revision are published again', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const before = draft.document
    await publish(studio, await written(studio, draft, reworded(before), null))
    const { status, body } = await studio.ask('studio', 'POST /editions/2/revisions/1/restore')
    expect({ status, body }).toMatchObject({ status: 201, body: { edition: 2, revision: 3, isInForce: true } })
    expect((await studio.ledger.program()).published.at(-1)?.document).toEqual(before)
    expect((await studio.ask('studio', 'POST /editions/2/revisions/3/restore')).body).toMatchObject({
      ...{ code: 'nothing_changed', detail: 'Edition 2 has the words of its revision 3 already.' },
    })
    expect((await studio.ask('studio', 'POST /editions/2/revisions/9/restore')).status).toBe(404)
  })
})

describe('an edition', () => {
  test('is withdrawn before it is in force, and its number is never another’s', async () => {
    const studio = await freshStudio()
    await publish(studio, await approvedDraft(studio))
    const { status, body } = await studio.ask('studio', 'POST /editions/3/withdraw')
    expect({ status, body }).toMatchObject({ status: 200, body: { edition: 3, isInForce: false } })
    expect(await names(studio)).toEqual(['1.1 superseded', '2.1 in force', '3.1 withdrawn'])
    expect((await studio.ledger.program()).published).toHaveLength(2)
    expect((await publish(studio, await approvedDraft(studio))).body.edition).toBe(4)
    expect((await studio.ask('studio', 'POST /editions/3/withdraw')).body.code).toBe('already_withdrawn')
    expect((await studio.ask('studio', 'POST /editions/3/revisions/1/restore')).body.code).toBe('withdrawn')
  })

  test('stays when it is in force, or will be in ten minutes, or another one follows it', async () => {
    const studio = await freshStudio()
    const code = async (number: number) => (await studio.ask('studio', `POST /editions/${number}/withdraw`)).body.code
    expect(await code(2)).toBe('in_force')
    expect(await code(9)).toBe('not_found')
    await publish(studio, await approvedDraft(studio))
    const draft = await begun(studio)
    const easier = await written(studio, draft, easierGold(draft.document, '800.00'), '2026-10')
    await studio.ask('studio', `POST /drafts/${easier.id}/submit`, undefined, 2)
    await studio.ask('approver', `POST /drafts/${easier.id}/approve`, { remark: '' }, 3)
    expect((await publish(studio, { ...easier, version: 4 })).status).toBe(201)
    expect(await code(3)).toBe('not_the_latest')
    studio.clock.now = Date.UTC(2026, 8, 30, 22, 50)
    expect(await code(4)).toBe('in_force')
  })
})

describe('pages that cannot be', () => {
  test('rendered keep everything as it was, and say why', async () => {
    const reason = 'Edition 2: the page /tiers/gold could not be rendered: no ink.'
    const pages = { ...STILL_PAGES, try: async () => Promise.reject(new PagesFault(reason)) }
    const studio = await freshStudio({ pages })
    const draft = await begun(studio)
    const kept = await written(studio, draft, reworded(draft.document), null)
    const { status, body } = await publish(studio, kept)
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'pages_failed' } })
    expect(body.detail).toBe(`${reason} Nothing was published.`)
    expect((await studio.press.head()).version).toBe(2)
    expect((await studio.ask('studio', `GET /drafts/${draft.id}`)).body.version).toBe(2)
  })

  test('shown yet follow later, and what was published stands', async () => {
    const told: unknown[] = []
    const pages = { ...STILL_PAGES, refresh: async () => Promise.reject(new PagesFault('CloudFront is away.')) }
    const studio = await freshStudio({ pages, deps: { report: (error) => told.push(error) } })
    const draft = await begun(studio)
    const { status, body } = await publish(studio, await written(studio, draft, reworded(draft.document), null))
    expect({ status, body }).toMatchObject({ status: 201, body: { revision: 2, site: null } })
    expect(told).toHaveLength(1)
  })
})
