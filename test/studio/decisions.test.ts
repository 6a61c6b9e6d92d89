import { describe, expect, test } from 'vitest'
import { approvedDraft, begun, easierGold, reworded, step, written } from './draft-steps.ts'
import { freshStudio } from './fresh-studio.ts'

describe('submitting', () => {
  test('takes a draft without errors, and fixes what it says', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const kept = await written(studio, draft, easierGold(draft.document))
    const { status, body } = await step(studio, 'studio', kept, 'submit', kept.version)
    expect({ status, body }).toMatchObject({ status: 200, body: { state: 'submitted', version: 3 } })
    const stored = await studio.press.draft(draft.id)
    expect(stored?.state).toMatchObject({ kind: 'submitted', by: 'studio', hash: expect.stringMatching(/^[\w-]{43}$/) })
  })

  test('names every error of a draft that has some', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const kept = await written(studio, draft, easierGold(draft.document, '100.00'), '2026-06')
    const { status, body } = await step(studio, 'studio', kept, 'submit', kept.version)
    expect(status).toBe(422)
    const codes = body.errors.map(({ code }: { code: string }) => code)
    expect(codes).toContain('ladder_does_not_climb')
    expect(codes).toContain('too_early')
  })

  test('holds what takes something away to the notice that was promised, and nothing else', async () => {
    const studio = await freshStudio()
    const submit = async (spend: string, month: string) => {
      const draft = await begun(studio)
      const kept = await written(studio, draft, easierGold(draft.document, spend), month)
      return step(studio, 'studio', kept, 'submit', kept.version)
    }
    expect((await submit('900.00', '2026-07')).status).toBe(200)
    const hasty = await submit('1200.00', '2026-07')
    expect(hasty).toMatchObject({ status: 422, body: { errors: [{ code: 'without_notice' }] } })
    expect(hasty.body.errors[0].pointer).toMatch(/^\/tiers\/2\/qualify\/0/)
    expect((await submit('1200.00', '2026-08')).status).toBe(200)
  })

  test('asks for a word of explanation for each warning, and takes it', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const document = easierGold(draft.document)
    const tiers = document.tiers.map((tier) =>
      tier.id === 'gold' ? { ...tier, qualify: [...(tier.qualify ?? []), { spend: '950.00' }] } : tier,
    )
    const kept = await written(studio, draft, { ...document, tiers })
    const refused = await step(studio, 'studio', kept, 'submit', kept.version)
    expect(refused).toMatchObject({ status: 422 })
    const explanations = Object.fromEntries(
      refused.body.errors.map(({ code, pointer }: { code: string; pointer: string }) => [
        `${code} ${pointer}`,
        'On purpose',
      ]),
    )
    const { title, effectiveFrom } = kept
    const content = { title, effectiveFrom, document: kept.document, explanations }
    const { body } = await studio.ask('studio', `PUT /drafts/${draft.id}`, content, kept.version)
    expect((await step(studio, 'studio', kept, 'submit', body.version)).status).toBe(200)
  })

  test('is not for words, which need no approval, nor for nothing', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    expect((await step(studio, 'studio', draft, 'submit', 1)).body.code).toBe('nothing_changed')
    const words = await written(studio, draft, reworded(draft.document))
    expect((await step(studio, 'studio', words, 'submit', 2)).body.code).toBe('words_only')
  })
})

describe('approving', () => {
  test('is for somebody who wrote nothing in it, however often others wrote after them', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const { title, explanations } = draft
    const content = { title, explanations, effectiveFrom: '2026-09', document: easierGold(draft.document) }
    await studio.ask('everything', `PUT /drafts/${draft.id}`, content, 1)
    const kept = await written(studio, { ...draft, version: 2 }, easierGold(draft.document, '890.00'))
    await step(studio, 'studio', kept, 'submit', 3)
    const own = await step(studio, 'everything', kept, 'approve', 4)
    expect(own).toMatchObject({ status: 403, body: { code: 'own_draft' } })
    const { status, body } = await step(studio, 'approver', kept, 'approve', 4)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { state: 'approved', approved: { by: 'approver', remark: 'Well done' }, isMine: false },
    })
  })

  test('needs a cost and a budget for every perk, and names those without', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const { translations: _, ...document } = easierGold(draft.document)
    const perk = { id: 'tea', name: 'Tea', kind: 'service', worth: '2.00', terms: { gold: {} } } as const
    const kept = await written(studio, draft, { ...document, perks: [...document.perks, perk] })
    await step(studio, 'studio', kept, 'submit', kept.version)
    const { status, body } = await step(studio, 'approver', kept, 'approve', kept.version + 1)
    expect({ status, body }).toMatchObject({ status: 409, body: { code: 'cost_missing' } })
    expect(body.detail).toContain('these perks cost, with a budget each: Tea.')
    const { costs } = { costs: await studio.ledger.costs(2) }
    const tea = { unit: '0.40', budget: { per: 'year', amount: '100.00' } } as const
    studio.finance.sheet = {
      ...{ version: 7, effectiveFrom: '2026-09', author: 'approver', changedAt: 0 },
      costs: { ...costs, tea },
    }
    expect((await step(studio, 'approver', kept, 'approve', kept.version + 1)).body.code).toBe('own_costs')
    studio.finance.sheet = { ...studio.finance.sheet, author: 'fay' }
    expect((await step(studio, 'approver', kept, 'approve', kept.version + 1)).status).toBe(200)
  })

  test('happens once, and only to what was submitted', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    expect((await step(studio, 'approver', draft, 'approve', 1)).body.code).toBe('not_submitted')
    const approved = await approvedDraft(studio)
    expect((await step(studio, 'approver', approved, 'approve', approved.version)).body.code).toBe('already_approved')
  })

  test('of a version that has changed meanwhile is refused', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    const kept = await written(studio, draft, easierGold(draft.document))
    await step(studio, 'studio', kept, 'submit', kept.version)
    await written(studio, { ...kept, version: 3 }, easierGold(draft.document, '1.00'))
    expect(await step(studio, 'approver', kept, 'approve', 3)).toMatchObject({ status: 412, body: { version: 4 } })
  })
})

test('a draft that is given back shows the remark until it is submitted again', async () => {
  const studio = await freshStudio()
  const draft = await begun(studio)
  const kept = await written(studio, draft, easierGold(draft.document))
  expect((await step(studio, 'approver', kept, 'return', 2)).body.code).toBe('not_submitted')
  await step(studio, 'studio', kept, 'submit', 2)
  const returned = { state: 'open', returned: { by: 'approver', remark: 'Well done' } }
  expect((await step(studio, 'approver', kept, 'return', 3)).body).toMatchObject(returned)
  const edited = await written(studio, { ...kept, version: 4 }, easierGold(draft.document, '880.00'))
  expect(edited).toMatchObject(returned)
  expect((await step(studio, 'studio', kept, 'submit', 5)).body).toMatchObject({ state: 'submitted', returned: null })
})

test('everything that anyone did is in the log, which studio and finance read', async () => {
  const studio = await freshStudio()
  const approved = await approvedDraft(studio)
  await studio.ask('studio', `POST /drafts/${approved.id}/publish`, undefined, approved.version)
  const { body } = await studio.ask('finance', 'GET /log?limit=100')
  const said = body.items.map(({ by, what }: { by: string; what: string }) => `${by} ${what}`)
  expect(said.toSorted()).toEqual(
    ['studio created', 'studio edited', 'studio submitted', 'approver approved', 'studio published'].toSorted(),
  )
  expect((await studio.ask('studio', 'GET /log?cursor=x')).body.code).toBe('bad_cursor')
})
