import { describe, expect, test } from 'vitest'
import { approvedDraft, begun, easierGold, reworded, step, written } from './draft-steps.ts'
import { freshStudio } from './fresh-studio.ts'

describe('a draft', () => {
  test('begins as the latest edition says, and changes nothing yet', async () => {
    const studio = await freshStudio()
    const { status, headers, body } = await studio.ask('studio', 'POST /drafts', { title: 'Spring' })
    expect(status).toBe(201)
    expect(headers.get('etag')).toBe('"1"')
    expect(body).toMatchObject({
      ...{ title: 'Spring', version: 1, base: { edition: 2, revision: 1 }, effectiveFrom: null, changes: 'nothing' },
      ...{
        state: 'open',
        author: 'studio',
        isMine: true,
        diff: [],
        earliest: '2026-07',
        returned: null,
        approved: null,
      },
    })
    expect(body.document.tiers[2].name).toBe('Gold')
  })

  test('begins from an earlier edition, or from a document, if that is asked for', async () => {
    const { ask } = await freshStudio()
    const earlier = await ask('studio', 'POST /drafts', { title: 'Back', from: 1 })
    expect(earlier.body).toMatchObject({ base: { edition: 1 }, changes: 'nothing' })
    const own = { ...earlier.body.document, noticeDays: 60 }
    const fromFile = await ask('studio', 'POST /drafts', { title: 'File', document: own, effectiveFrom: '2026-10' })
    expect(fromFile.body).toMatchObject({ base: { edition: 2 }, changes: 'rules', document: { noticeDays: 60 } })
    expect((await ask('studio', 'POST /drafts', { title: 'None', from: 9 })).body.code).toBe('not_found')
    expect((await ask('studio', 'POST /drafts', { title: 'May', effectiveFrom: 'May' })).body.code).toBe('bad_month')
  })

  test('needs a document where nothing is published', async () => {
    const { ask } = await freshStudio({ isEmpty: true })
    expect((await ask('studio', 'POST /drafts', { title: 'First' })).body.code).toBe('no_program')
  })

  test('says what it changes in sentences for customers, and whether those are words or rules', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const words = await written(studio, draft, reworded(draft.document))
    expect(words).toMatchObject({ version: 2, changes: 'words' })
    const rules = await written(studio, words, easierGold(draft.document))
    expect(rules).toMatchObject({ version: 3, changes: 'rules' })
    expect((rules as unknown as { diff: string[] }).diff[0]).toContain('Gold: spend in 12 months from £1,000 to £900')
  })

  test('is kept with its findings, however wrong it is', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const tiers = draft.document.tiers.map((tier) =>
      tier.id === 'gold' ? { ...tier, qualify: [{ spend: 'much' }] } : tier,
    )
    const wrong = await written(studio, draft, { ...draft.document, currency: 'XXX', timeZone: 'Nowhere', tiers })
    expect(wrong).toMatchObject({ changes: 'rules', diff: [expect.stringMatching(/^Rules are changed/)] })
    expect((wrong as unknown as { findings: object[] }).findings.length).toBeGreaterThan(1)
  })

  test('of words is told of an announced edition that has words of its own', async () => {
    const studio = await freshStudio()
    const approved = await approvedDraft(studio)
    await studio.ask('studio', `POST /drafts/${approved.id}/publish`, undefined, approved.version)
    const { body } = await studio.ask('studio', 'POST /drafts', { title: 'Words', from: 2 })
    const kept = await written(studio, body, reworded(body.document), null)
    expect(kept).toMatchObject({
      changes: 'words',
      findings: [{ kind: 'note', message: 'Edition 3, from September 2026, has words of its own.' }],
    })
  })

  test('is found in the list, last changed first, without its document', async () => {
    const studio = await freshStudio()
    await begun(studio, 'One')
    studio.clock.now += 1000
    await begun(studio, 'Two')
    const { body } = await studio.ask('approver', 'GET /drafts')
    expect(body.items.map((draft: { title: string }) => draft.title)).toEqual(['Two', 'One'])
    expect(body.items[0]).toMatchObject({ isMine: false, changes: 'nothing' })
    expect(JSON.stringify(body)).not.toContain('tiers')
  })

  test('is not overwritten by whoever has not seen its latest version, and says what was done to it', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    await written(studio, draft, easierGold(draft.document))
    const { title, explanations } = draft
    const mine = { title, explanations, effectiveFrom: null, document: reworded(draft.document) }
    const { status, body } = await studio.ask('studio', `PUT /drafts/${draft.id}`, mine, 1)
    expect(status).toBe(412)
    expect(body).toMatchObject({ code: 'changed_meanwhile', version: 2 })
    expect(body.changed).toEqual([expect.stringContaining('studio: It takes effect in September 2026. Gold: spend')])
    const { body: kept } = await studio.ask('studio', `GET /drafts/${draft.id}`)
    expect(kept.document).toEqual(easierGold(draft.document))
  })

  test('of two authors at once keeps exactly one', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const answers = await Promise.all(
      ['Yours', 'Mine'].map((title) => {
        const content = { title, explanations: {}, effectiveFrom: null, document: draft.document }
        return studio.ask('studio', `PUT /drafts/${draft.id}`, content, 1)
      }),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
  })

  test('that is sent again because an answer was lost is kept once', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const content = {
      title: 'Spring',
      explanations: {},
      effectiveFrom: '2026-09',
      document: easierGold(draft.document),
    }
    for (let sent = 0; sent < 2; sent++) {
      const { status, body } = await studio.ask('studio', `PUT /drafts/${draft.id}`, content, 1)
      expect({ status, version: body.version }).toEqual({ status: 200, version: 2 })
    }
  })

  test('is opened again by any edit, whatever was decided, and nobody’s approval outlives it', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const kept = await written(studio, draft, easierGold(draft.document))
    const { body } = await step(studio, 'studio', kept, 'submit', 2)
    expect(body).toMatchObject({ state: 'submitted', version: 3 })
    const edited = await written(studio, { ...kept, version: 3 }, easierGold(draft.document, '899.00'))
    expect(edited).toMatchObject({ state: 'open', version: 4 })
    expect((await step(studio, 'approver', kept, 'approve', 4)).body.code).toBe('not_submitted')
  })

  test('is thrown away, and the log keeps that it was there', async () => {
    const { ask, ...studio } = await freshStudio()
    const draft = await begun({ ask, ...studio })
    expect((await ask('studio', `DELETE /drafts/${draft.id}`, undefined, 2)).status).toBe(412)
    expect((await ask('studio', `DELETE /drafts/${draft.id}`, undefined, 1)).body).toEqual({ id: draft.id })
    expect((await ask('studio', `GET /drafts/${draft.id}`)).status).toBe(404)
    expect((await ask('studio', `DELETE /drafts/${draft.id}`, undefined, 1)).status).toBe(404)
    const { body } = await ask('finance', 'GET /log')
    expect(body.items.map(({ what }: { what: string }) => what).toSorted()).toEqual(['created', 'discarded'])
  })

  test('of more than 300 kB is refused with a sentence, and what was kept stays', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const story = 'x'.repeat(9_999)
    const tiers = draft.document.tiers.map((tier) => ({ ...tier, story }))
    const perks = Array.from({ length: 40 }, (_, index) => ({
      ...draft.document.perks[0],
      id: `p-${index}`,
      text: story,
    }))
    const content = {
      title: 'Large',
      explanations: {},
      effectiveFrom: null,
      document: { ...draft.document, tiers, perks },
    }
    const { status, body } = await studio.ask('studio', `PUT /drafts/${draft.id}`, content, 1)
    expect({ status, code: body.code }).toEqual({ status: 413, code: 'draft_too_large' })
    expect((await studio.ask('studio', `GET /drafts/${draft.id}`)).body.version).toBe(1)
  })

  test('never carries what perks cost', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    studio.finance.sheet = {
      ...{ version: 1, effectiveFrom: '2026-09', author: 'fay', changedAt: 0 },
      costs: { 'free-delivery': { unit: '77.77' } },
    }
    const content = { title: 'Costs', explanations: {}, effectiveFrom: null }
    const withCosts = { ...content, document: { ...draft.document, costs: {} } }
    expect((await studio.ask('studio', `PUT /drafts/${draft.id}`, withCosts, 1)).body.code).toBe('unknown_field')
    const { body } = await studio.ask('studio', `GET /drafts/${draft.id}`)
    expect(JSON.stringify(body)).not.toContain('77.77')
  })
})
