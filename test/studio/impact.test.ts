import { describe, expect, it } from 'vitest'
import { openPress } from '#ledger/open-press.ts'
import { studioApp } from '#studio/app.ts'
import { enrolment, purchase } from '../ledger/events.ts'
import { asks } from '../ledger/perk-shop.ts'
import { begun, easierGold, reworded, step, written } from './draft-steps.ts'
import { type FreshStudio, freshStudio } from './fresh-studio.ts'
import { crowd, draftAsking, movedLines, workOut, workOutAll } from './impact-steps.ts'
import { keptPictures } from './kept-pictures.ts'
import { STILL_PAGES } from './still-pages.ts'

const HARDER = { silver: '400.00', gold: '1300.00' }

/** A studio that works out one page of members at a call. */
async function slowStudio(members = 40): Promise<FreshStudio> {
  const studio = await freshStudio({ deps: { impactBudgetMs: 0 } })
  await studio.ledger.record(crowd(members))
  return studio
}

describe('working out what a draft would do', () => {
  it('goes on from call to call, whoever calls, and comes to the same as in one go', async () => {
    const slow = await slowStudio()
    const draft = await draftAsking(slow, HARDER)
    const first = await workOut(slow, draft)
    expect(first.body).toMatchObject({ isDone: false, version: draft.version, effectiveFrom: '2026-09' })
    expect((await workOut(slow, draft, 'approver')).body.done).toBeGreaterThanOrEqual(first.body.done)
    const bodies = await workOutAll(slow, draft)
    expect(bodies.at(-1)).toMatchObject({ isDone: true, done: 40, members: 40 })

    const quick = await freshStudio()
    await quick.ledger.record(crowd(40))
    const inOneGo = (await workOutAll(quick, await draftAsking(quick, HARDER))).at(-1)
    expect({ ...inOneGo, draft: draft.id }).toEqual(bodies.at(-1))
  })

  it('counts nobody twice when several callers work at once', async () => {
    const studio = await slowStudio()
    const draft = await draftAsking(studio, HARDER)
    const answers = await Promise.all(Array.from({ length: 8 }, () => workOut(studio, draft)))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    const { body } = await workOut(studio, draft)
    expect((await workOutAll(studio, draft)).at(-1)).toMatchObject({ done: 40, members: 40 })
    expect(body.done).toBeLessThanOrEqual(40)
    const { lines } = await movedLines(studio, draft)
    expect(new Set(lines).size).toBe(lines.length)
  })

  it('goes on after a crash from what was kept', async () => {
    const studio = await slowStudio()
    const draft = await draftAsking(studio, HARDER)
    const before = (await workOut(studio, draft)).body
    const press = openPress({ ...studio, now: () => studio.clock.now })
    const dying = { ...press.impacts, cases: () => Promise.reject(new Error('The lights went out.')) }
    const books = { costSheet: async () => null, saveCostSheet: async () => false }
    const app = studioApp({
      ...{ ledger: studio.ledger, books, pages: STILL_PAGES, pictures: keptPictures() },
      press: { ...press, impacts: dying },
      identify: async () => ({ kind: 'staff', subject: 'mara', scopes: new Set(['program:write']) }),
      now: () => studio.clock.now,
      report: () => {},
    })
    const path = `/api/v1/studio/drafts/${draft.id}/impact`
    expect((await app.request(path, { method: 'POST' })).status).toBe(500)
    expect(await press.impacts.run(draft.id)).toMatchObject({ saves: 1 })
    const bodies = await workOutAll(studio, draft)
    expect(bodies[0].done).toBeGreaterThanOrEqual(before.done)
    expect(bodies.at(-1)).toMatchObject({ done: 40, members: 40 })
  })

  it('begins anew when the rules of the draft are others, and not when it is only submitted', async () => {
    const studio = await slowStudio()
    const draft = await draftAsking(studio, HARDER)
    await workOutAll(studio, draft)
    await step(studio, 'studio', draft, 'submit', draft.version)
    expect((await workOut(studio, draft)).body).toMatchObject({ isDone: true, version: draft.version + 1 })
    await written(studio, { ...draft, version: draft.version + 1 }, easierGold(draft.document))
    expect((await movedLines(studio, draft)).status).toBe(409)
    expect((await workOut(studio, draft)).body.isDone).toBe(false)
  })

  it('begins anew a day later, because people go on buying', async () => {
    const studio = await slowStudio(3)
    const draft = await draftAsking(studio, HARDER)
    await workOutAll(studio, draft)
    await studio.ledger.record([purchase('late', { subject: 'm-new', time: studio.clock.now })])
    expect((await workOut(studio, draft)).body).toMatchObject({ isDone: true, done: 3 })
    studio.clock.now += 24 * 3_600_000
    expect((await workOutAll(studio, draft)).at(-1)).toMatchObject({ done: 4 })
  })

  it('leaves out people of the staff, of whom only sessions are known', async () => {
    const studio = await slowStudio(3)
    await studio.ledger.signOut('staff:mara', 1)
    expect((await workOutAll(studio, await draftAsking(studio, HARDER))).at(-1)).toMatchObject({ done: 3 })
  })

  it('says what would have to change where there is nothing to work out', async () => {
    const studio = await freshStudio()
    const draft = await begun(studio)
    expect((await workOut(studio, draft)).body.code).toBe('nothing_changed')
    const words = await written(studio, draft, reworded(draft.document))
    expect((await workOut(studio, words)).body.code).toBe('words_only')
    const early = await written(studio, words, easierGold(draft.document), '2026-06')
    expect(await workOut(studio, early)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/effectiveFrom' }] },
    })
    expect((await workOut(studio, { id: 'nowhere' })).status).toBe(404)
    expect((await movedLines(studio, early)).status).toBe(422)
  })

  it('works out a draft whose month is not chosen yet, or leaves too little notice', async () => {
    const studio = await freshStudio()
    await studio.ledger.record(crowd(3))
    const draft = await draftAsking(studio, HARDER)
    const soon = await written(studio, draft, draft.document, '2026-07')
    expect((await workOut(studio, soon)).body).toMatchObject({ isDone: true, effectiveFrom: '2026-07' })
    const open = await written(studio, soon, draft.document, null)
    expect((await workOut(studio, open)).body).toMatchObject({ isDone: true, effectiveFrom: '2026-08' })
  })
})

describe('what uses would cost', () => {
  it('is said in sums alone, at what finance has prepared', async () => {
    const studio = await freshStudio()
    await studio.ledger.record([
      purchase('rich', { subject: 'm-1', amountMinor: 50_000 }),
      enrolment('e-2', { subject: 'm-2' }),
    ])
    const basket = { amountMinor: 6_000, categories: [] }
    for (const key of ['a', 'b', 'c']) {
      await studio.ledger.redeem(asks(key, { perk: 'free-delivery', basket }))
      studio.clock.now += 60_000
    }
    const taken = await studio.ledger.redeem(asks('d', { perk: 'free-delivery', basket }))
    if (taken.kind !== 'granted') throw new Error('It was granted.')
    await studio.ledger.reverse(taken.redemption.id, 'till-1')
    const costs = { 'free-delivery': { unit: '4.00' } }
    studio.finance.sheet = { version: 1, effectiveFrom: '2026-09', costs, author: 'finn', changedAt: 0 }
    studio.clock.now += 60_000
    const { body } = await workOut(studio, await draftAsking(studio, { silver: '600.00' }))
    expect(body.costs.filter(({ perk }: { perk: string }) => perk === 'free-delivery')).toEqual([
      {
        ...{ perk: 'free-delivery', perkName: 'Free delivery', tier: 'member', tierName: 'Member' },
        ...{ usesBefore: 0, usesAfter: 3, before: '0.00', after: '12.00' },
      },
      {
        ...{ perk: 'free-delivery', perkName: 'Free delivery', tier: 'silver', tierName: 'Silver' },
        ...{ usesBefore: 3, usesAfter: 0, before: '9.60', after: '0.00' },
      },
    ])
    expect(JSON.stringify(body)).not.toContain('4.00"')
  })
})

describe('the list of members', () => {
  it('names ids only, each with its reason, and those of one reason if asked', async () => {
    const studio = await slowStudio()
    const draft = await draftAsking(studio, { silver: '400.00', gold: '700.00' })
    await workOutAll(studio, draft)
    const { header, lines, headers } = await movedLines(studio, draft)
    expect(header).toBe('member,from,to,month,reason')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const less = await movedLines(studio, draft, 'asks_for_less')
    expect(less.lines).toEqual(lines.filter((line) => line.endsWith(',asks_for_less')))
    expect(less.lines.length).toBeGreaterThan(0)
    expect(less.lines.length).toBeLessThan(lines.length)
  })

  it('takes an id that looks like a formula for text', async () => {
    const studio = await freshStudio()
    await studio.ledger.record([purchase('o-1', { subject: '=1+1', amountMinor: 30_000 })])
    const draft = await draftAsking(studio, HARDER)
    await workOutAll(studio, draft)
    expect((await movedLines(studio, draft)).lines).toEqual(["'=1+1,silver,member,2026-10,asks_for_more"])
  })

  it('is there once all members are done', async () => {
    const studio = await slowStudio()
    const draft = await draftAsking(studio, HARDER)
    expect((await movedLines(studio, draft)).status).toBe(409)
    await workOut(studio, draft)
    expect((await movedLines(studio, draft)).status).toBe(409)
  })
})
