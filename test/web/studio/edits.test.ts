import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { draftDocument } from '#studio/draft-routes.ts'
import { categoriesIn } from '../../../web/studio/edit/categories-in.ts'
import type { Content } from '../../../web/studio/edit/content.ts'
import { differences } from '../../../web/studio/edit/differences.ts'
import { begin, edited, ended, givenUp, redone, undone } from '../../../web/studio/edit/history.ts'
import { isSame } from '../../../web/studio/edit/is-same.ts'
import { newId } from '../../../web/studio/edit/new-id.ts'
import { orderedRow } from '../../../web/studio/edit/ordered-row.ts'
import { callDraft } from '../../../web/studio/edit/program-edits.ts'
import { removeTier, setWay } from '../../../web/studio/edit/tier-edits.ts'
import { contentOf, treeOf } from '../../../web/studio/edit/tree.ts'
import { anyEdit } from './any-edit.ts'
import { newContent } from './drafts.ts'

let start: Content
beforeAll(async () => {
  start = await newContent()
})

const edits = fc.array(anyEdit, { maxLength: 12 })
const written = (content: Content, made: readonly ((content: Content) => Content)[]) =>
  made.reduce((now, edit) => edit(now), content)

describe('an edit', () => {
  test('of a tier that goes hands its members, and its terms, on', () => {
    const { tiers, perks } = removeTier('gold', 'silver')(start).document
    expect(tiers.map(({ id }) => id)).toEqual(['member', 'silver', 'platinum'])
    expect(tiers[1]?.replaces).toEqual(['gold'])
    // Platinum had free delivery from Gold, and early access as well.
    expect(perks.find(({ id }) => id === 'free-delivery')?.terms.platinum).toEqual({})
    expect(perks.find(({ id }) => id === 'early-access')?.terms).toEqual({
      platinum: { limit: { count: 4, per: 'year' } },
    })
    // What Platinum has of its own stays.
    expect(perks.find(({ id }) => id === 'lounge')?.terms.platinum).toEqual({})
  })

  test('of a tier without another to take its place changes nothing', () => {
    expect(removeTier('gold', 'gold')(start)).toEqual(start)
    expect(removeTier('gold', 'nobody')(start)).toEqual(start)
  })

  test('of a way changes that way alone', () => {
    const gold = setWay('gold', 0, { spend: '1200.00' })(start).document.tiers[2]
    expect(gold?.qualify).toEqual([{ spend: '1200.00' }, { orders: 12, spend: '500.00' }, { plan: 'plus' }])
  })

  test('typing a number anew does not turn the sentence round', () => {
    expect(Object.keys(orderedRow({ spend: '600', orders: 12 }, ['orders', 'spend']))).toEqual(['orders', 'spend'])
    expect(orderedRow({ spend: undefined, orders: 12 }, ['spend'])).toEqual({ orders: 12 })
  })

  test.each([
    ['Hairdresser’s choice', 'hairdressers-choice'],
    ['  Café & Co.  ', 'cafe-co'],
    ['Gold', 'gold-2'],
    ['黄金', 'tier'],
    ['👩‍👩‍👧‍👦', 'tier'],
    ['x'.repeat(10_000), 'x'.repeat(36)],
  ])('gives what is called %j the id %j', (name, id) => {
    expect(newId(name, 'tier', start.document.tiers)).toBe(id)
  })

  test('reads categories as they are typed', () => {
    expect(categoriesIn(' suits, shirts,, suits ,')).toEqual(['suits', 'shirts'])
  })
})

describe('the history', () => {
  test('takes the letters typed into one field back together', () => {
    let history = begin(start)
    for (const title of ['S', 'Su', 'Sum']) history = edited(history, callDraft(title), 'title 1')
    history = edited(ended(history), callDraft('Summer'), 'title 2')
    expect(undone(history).present.title).toBe('Sum')
    expect(undone(undone(history)).present).toEqual(start)
  })

  test('gives a piece of work up without a trace', () => {
    const history = edited(edited(begin(start), callDraft('A'), 'work'), callDraft('B'), 'work')
    expect(givenUp(history, 'work')).toEqual(begin(start))
    expect(givenUp(history, 'another')).toBe(history)
  })

  test('does not remember an edit that changes nothing', () => {
    const history = begin(start)
    expect(edited(history, callDraft(start.title))).toBe(history)
  })
})

describe('laws', () => {
  test('every edit leaves a document of the right shape', () => {
    fc.assert(
      fc.property(edits, (made) => {
        const { document } = written(start, made)
        const parsed = draftDocument.safeParse({ ...document })
        const shapes = parsed.error?.issues.filter(({ code }) => code !== 'custom') ?? []
        expect(shapes).toEqual([])
      }),
    )
  })

  test('undoing what was done gives what was, and doing it again what became of it', () => {
    fc.assert(
      fc.property(edits, (made) => {
        const done = made.reduce((history, edit) => edited(history, edit), begin(start))
        const back = done.past.reduce((history) => undone(history), done)
        expect(back.present).toEqual(start)
        expect(done.past.reduce((history) => redone(history), back).present).toEqual(done.present)
      }),
    )
  })

  test('a draft by ids is the same draft', () => {
    fc.assert(
      fc.property(edits, (made) => {
        const content = written(start, made)
        expect(contentOf(treeOf(content))).toEqual(content)
      }),
    )
  })

  test('two versions differ somewhere if and only if they are not the same', () => {
    fc.assert(
      fc.property(edits, edits, (one, other) => {
        const [left, right] = [written(start, one), written(start, other)]
        expect(differences(left, right).length === 0).toBe(isSame(left, right))
      }),
    )
  })
})
