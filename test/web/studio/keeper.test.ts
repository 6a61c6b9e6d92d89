import { beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '../../../web/studio/ask.ts'
import { contentOfBody, type DraftBody } from '../../../web/studio/draft-body.ts'
import type { Content } from '../../../web/studio/edit/content.ts'
import { callTier, sayOfTier } from '../../../web/studio/edit/tier-edits.ts'
import { Keeper, type Keeping } from '../../../web/studio/keep/keeper.ts'
import { keepingWords } from '../../../web/studio/keep/keeping-words.ts'
import type { KeptDraft } from '../../../web/studio/keep/kept-draft.ts'
import { bodyOf, newContent } from './drafts.ts'

/** The other side of the wire: one draft, and what it answers next in place of the truth. */
let draft: DraftBody
let instead: (Answer<DraftBody> | 'lost')[]
let sent: { readonly content: Content; readonly version: number }[]
let waiting: (() => void)[]
let copy: KeptDraft | null
let states: Keeping[]
let keeper: Keeper

const put = async (content: Content, version: number): Promise<Answer<DraftBody>> => {
  sent.push({ content, version })
  const answer = instead.shift()
  if (answer && answer !== 'lost') return answer
  if (version !== draft.version) return { kind: 'refused', status: 412, detail: 'It has changed.' }
  draft = bodyOf(content, version + 1)
  return answer === 'lost' ? { kind: 'unknown', detail: 'There is no connection.' } : { kind: 'here', body: draft }
}

beforeEach(async () => {
  draft = bodyOf(await newContent())
  instead = []
  sent = []
  waiting = []
  copy = null
  states = []
  keeper = new Keeper({
    draft,
    put,
    get: async () => ({ kind: 'here', body: draft }),
    later: (work) => {
      waiting = [work]
    },
    now: () => Date.UTC(2026, 10, 20, 10, 42),
    keep: (kept) => {
      copy = kept
    },
    onChange: (keeping) => states.push(keeping),
    onSaved: () => {},
  })
})

/** Lets the time pass that was put off, until nothing is put off any more. */
async function wait(): Promise<void> {
  for (let work = waiting.shift(); work; work = waiting.shift()) {
    work()
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  }
}

const written = () => sayOfTier('gold', 'headline', 'New')(contentOfBody(bodyOf(first())))
const first = () => ({ ...contentOfBody(draft) })
const state = () => states.at(-1)

describe('what is typed', () => {
  test('is saved once, after the last edit, against the version that was seen', async () => {
    keeper.write(callTier('gold', 'G')(first()))
    keeper.write(callTier('gold', 'Go')(first()))
    expect(sent).toEqual([])
    expect(copy?.typed.document.tiers[2]?.name).toBe('Go')
    await wait()
    expect(sent.map(({ version }) => version)).toEqual([1])
    expect(draft.document.tiers[2]?.name).toBe('Go')
    expect(state()?.kind).toBe('saved')
    expect(copy).toBeNull()
    expect(keeper.isSafe()).toBe(true)
  })

  test('while it is being saved is saved after that', async () => {
    const one = callTier('gold', 'One')(first())
    const two = callTier('gold', 'Two')(first())
    keeper.write(one)
    const saving = keeper.save()
    keeper.write(two)
    await saving
    await wait()
    expect(sent.map(({ content, version }) => [content.document.tiers[2]?.name, version])).toEqual([
      ['One', 1],
      ['Two', 2],
    ])
  })

  test('and taken back is not sent at all', async () => {
    const before = first()
    keeper.write(written())
    keeper.write(before)
    await wait()
    expect(sent).toEqual([])
    expect(state()?.kind).toBe('saved')
  })

  test('is sent though nothing was typed, when something else goes with it', async () => {
    keeper.owe()
    await wait()
    expect(sent).toHaveLength(1)
    expect(state()?.kind).toBe('saved')
    expect(keeper.isSafe()).toBe(true)
  })

  test('without a connection is tried again, and kept meanwhile', async () => {
    instead = [{ kind: 'unknown', detail: 'There is no connection.' }]
    keeper.write(written())
    await wait()
    expect(states.map(({ kind }) => kind)).toEqual(['unsaved', 'saving', 'failed', 'saving', 'saved'])
    expect(sent).toHaveLength(2)
  })

  test('is not taken for somebody else’s when only the answer was lost', async () => {
    instead = ['lost']
    keeper.write(written())
    await wait()
    expect(state()?.kind).toBe('saved')
    expect(draft.version).toBe(2)
  })

  test('that cannot be kept is said to be, and sent again when it is mended', async () => {
    instead = [{ kind: 'refused', status: 422, detail: 'It is longer than 200 characters.' }]
    keeper.write(written())
    await wait()
    expect(state()).toEqual({ kind: 'refused', detail: 'It is longer than 200 characters.' })
    expect(keeper.isSafe()).toBe(false)
    keeper.write(sayOfTier('gold', 'headline', 'Shorter')(first()))
    await wait()
    expect(state()?.kind).toBe('saved')
  })

  test('when the session has ended stays in this browser until somebody has signed in', async () => {
    instead = [{ kind: 'signed-out' }]
    keeper.write(written())
    await wait()
    expect(state()?.kind).toBe('signed-out')
    keeper.write(callTier('gold', 'Later')(written()))
    await wait()
    expect(sent).toHaveLength(1)
    expect(copy?.typed.document.tiers[2]?.name).toBe('Later')
    await keeper.save()
    expect(draft.document.tiers[2]?.name).toBe('Later')
    expect(copy).toBeNull()
  })
})

describe('a draft that somebody else changed', () => {
  test('is not overwritten: both versions are there to choose from', async () => {
    const base = first()
    const mine = written()
    draft = bodyOf(callTier('gold', 'Golden')(base), 2)
    keeper.write(mine)
    await wait()
    expect(state()).toEqual({ kind: 'conflict', base, theirs: draft })
    expect(draft.document.tiers[2]?.name).toBe('Golden')
    expect(copy?.typed).toEqual(mine)
    keeper.write(callTier('gold', 'Still typing')(mine))
    await wait()
    expect(sent).toHaveLength(1)
  })

  test('is saved once it is settled, on top of theirs', async () => {
    const theirs = bodyOf(callTier('gold', 'Golden')(first()), 2)
    const mine = written()
    draft = theirs
    keeper.write(mine)
    await wait()
    keeper.settle(theirs, callTier('gold', 'Golden')(mine))
    await wait()
    expect(draft.version).toBe(3)
    expect(draft.document.tiers[2]).toMatchObject({ name: 'Golden', headline: 'New' })
  })

  test('since this browser kept something has to be settled before that is saved', async () => {
    const base = first()
    const kept = { version: 1, saved: base, typed: written(), at: 0 }
    const current = bodyOf(callTier('gold', 'Golden')(base), 5)
    keeper.takeUp(kept, current)
    expect(state()).toEqual({ kind: 'conflict', base, theirs: current })
    keeper.takeUp({ ...kept, version: 5 }, current)
    expect(keeper.isSafe()).toBe(false)
  })
})

test.each<[Keeping, string]>([
  [{ kind: 'saved', at: null }, 'Everything is saved'],
  [{ kind: 'failed', detail: 'There is no connection.' }, 'Not saved: There is no connection. Trying again.'],
  [{ kind: 'signed-out' }, 'What you typed is kept in this browser.'],
  [{ kind: 'gone' }, 'thrown away'],
])('%j is said calmly', (keeping, words) => {
  expect(keepingWords(keeping)).toContain(words)
})
