import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { kindOfChange } from '#program/changes/kind-of-change.ts'
import type { Content } from '../../../web/studio/edit/content.ts'
import { differences } from '../../../web/studio/edit/differences.ts'
import { isSame } from '../../../web/studio/edit/is-same.ts'
import { kindOf, kindSentence } from '../../../web/studio/edit/kind-words.ts'
import { merge, taking } from '../../../web/studio/edit/merge.ts'
import { changePerk, removePerk, setTerms } from '../../../web/studio/edit/perk-edits.ts'
import { placeWords } from '../../../web/studio/edit/place-words.ts'
import { countBy } from '../../../web/studio/edit/program-edits.ts'
import { putBack } from '../../../web/studio/edit/put-back.ts'
import { addTier, callTier, removeTier, sayOfTier, setWay } from '../../../web/studio/edit/tier-edits.ts'
import { addLanguage } from '../../../web/studio/edit/translation-edits.ts'
import { ORDER, type Path, partAt, treeOf } from '../../../web/studio/edit/tree.ts'
import { valueWords } from '../../../web/studio/edit/value-words.ts'
import { anyEdit } from './any-edit.ts'
import { newContent } from './drafts.ts'

let start: Content
beforeAll(async () => {
  start = await newContent()
})

const edits = fc.array(anyEdit, { maxLength: 6 })
const written = (made: readonly ((content: Content) => Content)[]) => made.reduce((now, edit) => edit(now), start)

const isWithin = (outer: Path, inner: Path) => outer.every((key, at) => key === inner[at])

/** Whether a part says all that another does; both may have added languages where there was none. */
const says = (part: unknown, is: unknown): boolean =>
  isSame(part, is) ||
  (typeof part === 'object' && typeof is === 'object' && is !== null && !Array.isArray(is)
    ? Object.entries(is).every(([key, value]) => says(partAt(part, [key]), value))
    : false)

describe('two authors', () => {
  test('who change different places both have their way', () => {
    const mine = sayOfTier('gold', 'headline', 'Mine')(start)
    const theirs = setTerms('lounge', 'silver', { limit: { count: 3, per: 'year' } })(callTier('gold', 'Golden')(start))
    const { content, disputed } = merge(start, mine, theirs)
    expect(disputed).toEqual([])
    expect(content.document.tiers[2]).toMatchObject({ name: 'Golden', headline: 'Mine' })
    expect(content.document.perks[4]?.terms.silver).toEqual({ limit: { count: 3, per: 'year' } })
  })

  test('who change the same place see both versions, and one of them is chosen', () => {
    const mine = setWay('gold', 0, { spend: '1200.00' })(start)
    const theirs = setWay('gold', 0, { spend: '1100.00' })(start)
    const { content, disputed } = merge(start, mine, theirs)
    expect(disputed.map(({ path }) => placeWords(path, start.document))).toEqual(['Gold: how to reach it'])
    const [place] = disputed
    if (!place) throw new Error('Nothing is disputed.')
    expect(valueWords(place.path, place.is, start.document)).toContain('Spend £1,200 in 12 months')
    expect(valueWords(place.path, place.was, start.document)).toContain('Spend £1,100 in 12 months')
    expect(content).toEqual(mine)
    expect(taking(content, place)).toEqual(theirs)
  })

  test('of whom one takes a perk out and the other changes it have to choose', () => {
    const { disputed, content } = merge(
      start,
      removePerk('lounge')(start),
      changePerk('lounge', { name: 'Salon' })(start),
    )
    expect(disputed.map(({ path }) => path.join('/'))).toEqual(['document/perks/lounge'])
    expect(content.document.perks.some(({ id }) => id === 'lounge')).toBe(false)
  })

  test('of whom each adds a tier get both, in order', () => {
    const mine = addTier({ id: 'bronze', name: 'Bronze' }, 1)(start)
    const theirs = addTier({ id: 'diamond', name: 'Diamond' }, 4)(start)
    const { tiers } = merge(start, mine, theirs).content.document
    expect(tiers.map(({ id }) => id)).toEqual(['member', 'bronze', 'silver', 'gold', 'platinum', 'diamond'])
  })

  test('lose nothing, whatever they do: each change is in the merged draft, or disputed', () => {
    fc.assert(
      fc.property(edits, edits, (one, other) => {
        const [mine, theirs] = [written(one), written(other)]
        const { content, disputed } = merge(start, mine, theirs)
        const isDisputed = (path: Path) =>
          disputed.some((place) => isWithin(place.path, path) || isWithin(path, place.path))
        for (const version of [mine, theirs]) {
          const lost = differences(start, version).filter(
            ({ path, is }) => path.at(-1) !== ORDER && !says(partAt(treeOf(content), path), is) && !isDisputed(path),
          )
          expect(lost).toEqual([])
        }
      }),
    )
  })

  test('of whom only one wrote anything have what that one wrote', () => {
    fc.assert(
      fc.property(edits, (made) => {
        expect(merge(start, start, written(made)).content).toEqual(written(made))
        expect(merge(start, written(made), start).content).toEqual(written(made))
      }),
    )
  })
})

describe('putting back', () => {
  test('a tier that was taken out puts it where it was, and nobody replaces it', () => {
    const gone = removeTier('gold', 'silver')(start)
    const change = differences(start, gone).find(({ path }) => path.join('/') === 'document/tiers/gold')
    if (!change) throw new Error('Gold is still there.')
    expect(putBack(start, change)(gone).document.tiers).toEqual(start.document.tiers)
  })

  test('every change, one after the other, gives back what was', () => {
    fc.assert(
      fc.property(edits, (made) => {
        let content = written(made)
        for (let left = 0; left < 200; left++) {
          const [change] = differences(start, content)
          if (!change) break
          content = putBack(start, change)(content)
        }
        expect(differences(start, content)).toEqual([])
      }),
    )
  })
})

describe('what a draft changes', () => {
  test('is said of a new language, the first one too', () => {
    const [change] = differences(start, addLanguage('fr')(start))
    expect(change?.path).toEqual(['document', 'translations', 'fr'])
    expect(placeWords(change?.path ?? [], start.document)).toBe('French')
  })

  test('is the same kind as a whole and place by place', () => {
    fc.assert(
      fc.property(edits, (made) => {
        const { document } = written(made)
        expect(kindOf(differences(start, { ...start, document }))).toBe(kindOfChange(start.document, document))
      }),
    )
  })
})

describe('the line that says which of the two a draft is', () => {
  test.each([
    ['nothing', (content: Content) => content, 'Nothing is changed yet.'],
    ['words', sayOfTier('gold', 'headline', 'New'), 'live as soon as you publish them'],
    ['words', changePerk('lounge', { name: 'Salon' }), 'nobody else has to approve them'],
    ['rules', changePerk('lounge', { worth: '20.00' }), 'on 1 March 2027, after somebody else has approved it'],
    ['rules', countBy({ months: 6 }), 'rules'],
    ['rules', removePerk('lounge'), 'rules'],
  ] as const)('says %s', (kind, edit, words) => {
    const changes = differences(start, edit(start))
    expect(kindOf(changes)).toBe(kind)
    expect(kindSentence(kindOf(changes), start.effectiveFrom)).toContain(words)
  })
})
