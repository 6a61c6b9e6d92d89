import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { demoEditions } from '#local/demo-program.ts'
import type { ProgramDocument } from '#program/document.ts'
import { check } from '#studio/check.ts'
import { draftDocument } from '#studio/draft-routes.ts'
import { sentencesOf } from '#studio/sentences.ts'

const fairweather = parse(await readFile(new URL('../../functions/local/fairweather.yaml', import.meta.url), 'utf8'))
const before = (await demoEditions()).at(-1)?.document ?? null

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

test('rubbish in any place of a document is a finding or harmless, and never an error of ours', () => {
  const unclear = places(fairweather).flatMap((place) =>
    [undefined, ...RUBBISH].flatMap((rubbish) =>
      check(changed(place, rubbish), [], before).filter(
        (finding) => !/^(\/.*)?$/.test(finding.place) || !/^\S.*\. \S.*\.$/s.test(`${finding.message} ${finding.mend}`),
      ),
    ),
  )
  expect(unclear).toEqual([])
})

test('of any draft that can be kept sentences can be made, and none of them is nonsense', () => {
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
})
