import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Draft } from '#ledger/press.ts'
import { demoEditions } from '#local/demo-program.ts'
import type { ProgramDocument } from '#program/document.ts'
import { check } from '#studio/check.ts'
import { draftDocument } from '#studio/draft-routes.ts'
import { judgeDraft } from '#studio/judge-draft.ts'
import { sentencesOf } from '#studio/sentences.ts'

const fairweather = parse(await readFile(new URL('../../functions/local/fairweather.yaml', import.meta.url), 'utf8'))
const before = (await demoEditions()).at(-1)?.document ?? null

/** Thousands of documents take a while where others are at work, too. */
const MANY_MS = 60_000

const RUBBISH = [
  null,
  '',
  'x',
  '-1',
  '1e3',
  '\ud800',
  '__proto__',
  'constructor',
  -1,
  0,
  0.5,
  1e308,
  true,
  [],
  {},
  [[]],
  [{}],
]

/** Every place in a document, as the names that lead there. */
function places(value: unknown, at: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...at]]
  return [
    ...(at.length > 0 ? [[...at]] : []),
    ...Object.entries(value).flatMap(([name, inner]) => places(inner, [...at, name])),
  ]
}

/** The document with one place changed, or taken out where `to` is undefined. */
function changed(at: readonly string[], to: unknown): unknown {
  const document = structuredClone(fairweather)
  let inner = document
  for (const name of at.slice(0, -1)) inner = inner[name]
  const last = at.at(-1) ?? ''
  if (to === undefined) delete inner[last]
  else inner[last] = to
  return document
}

test(
  'rubbish in any place of a document is a finding or harmless, and never an error of ours',
  () => {
    const unclear = places(fairweather).flatMap((place) =>
      [undefined, ...RUBBISH].flatMap((rubbish) =>
        check(changed(place, rubbish), [], before).filter(
          (finding) =>
            !/^(\/.*)?$/.test(finding.place) || !/^\S.*\. \S.*\.$/s.test(`${finding.message} ${finding.mend}`),
        ),
      ),
    )
    expect(unclear).toEqual([])
  },
  MANY_MS,
)

test(
  'any draft that can be kept can be judged, and each finding says what to do',
  () => {
    const published = before ? [{ edition: 2, effectiveFrom: '2026-01', publishedAt: '', document: before }] : []
    const records = published.map((edition) => ({ edition, withdrawnAt: null }))
    const state = { head: { version: 1 }, records, published }
    const unclear = places(fairweather).flatMap((place) =>
      [undefined, ...RUBBISH].flatMap((rubbish) => {
        const { costs: _, ...draft } = changed(place, rubbish) as Record<string, unknown>
        const { data } = draftDocument.safeParse(draft)
        if (!data) return []
        const judged = judgeDraft(kept(data as ProgramDocument), state, {}, Date.UTC(2026, 5, 15))
        return judged.findings.filter(({ message, mend }) => !/^\S.*\. \S.*\.$/s.test(`${message} ${mend}`))
      }),
    )
    expect(unclear).toEqual([])
  },
  MANY_MS,
)

const kept = (document: ProgramDocument): Draft => ({
  ...{ id: 'd-1', title: 'Rubbish', version: 1, base: { edition: 2, revision: 1 }, effectiveFrom: '2026-07', document },
  ...{ explanations: {}, author: 'mara', authors: ['mara'], changedAt: 0 },
  state: { kind: 'open', returned: null },
})

test(
  'of any draft that can be kept sentences can be made, and none of them is nonsense',
  () => {
    const nonsense: string[] = []
    for (const place of places(fairweather)) {
      for (const rubbish of [undefined, ...RUBBISH]) {
        const { costs: _, ...draft } = changed(place, rubbish) as Record<string, unknown>
        const { data } = draftDocument.safeParse(draft)
        if (!data || !before) continue
        const said = sentencesOf(before, data as ProgramDocument, '2027-03').filter((text) =>
          /NaN|undefined|¤/.test(text),
        )
        if (said.length > 0) nonsense.push(`${place.join('/')} ${rubbish}: ${said[0]}`)
      }
    }
    expect(nonsense).toEqual([])
  },
  MANY_MS,
)
