import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPress } from '#ledger/open-press.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { findingLines, findingsIn, programIn } from '#local/program/program-file.ts'
import { keptSchema, programSchema } from '#local/program/program-schema.ts'
import { type FileToPublish, planFile, publishPlan } from '#local/program/publish-file.ts'
import { parseYaml } from '#local/program/read-yaml.ts'
import { programYaml } from '#local/program/write-yaml.ts'
import { NOTHING_PREPARED } from '#studio/nothing-prepared.ts'
import { report } from '../http/roles.ts'
import { freshLedger, NOW } from '../ledger/fresh-ledger.ts'
import { easierGold, reworded } from './draft-steps.ts'
import { STILL_PAGES } from './still-pages.ts'

async function demoShop() {
  const fresh = await freshLedger()
  await publishDemoProgram(fresh.ledger)
  const edition = (await fresh.ledger.program()).published.at(-1)
  if (!edition) throw new Error('The demo shop has no program.')
  const costs = await fresh.ledger.costs(edition.edition)
  const press = openPress({ ...fresh, now: () => NOW })
  const deps = { ...fresh, press, books: NOTHING_PREPARED, pages: STILL_PAGES, now: () => NOW, report }
  const asked: FileToPublish = {
    ...{ file: 'program.yaml', from: '2026-09', because: '', known: costs },
    program: { document: edition.document, costs: null },
  }
  return { edition, costs, press, deps, asked, ledger: fresh.ledger }
}

describe('a program that was written to a file', () => {
  test('is read again as it was, and nothing is to be said about it', async () => {
    const { edition, costs } = await demoShop()
    const read = parseYaml(programYaml(edition, costs, './program.schema.json'), 'f')
    expect(programIn(read, 'f')).toEqual({ document: edition.document, costs })
    expect(findingsIn(read, edition.document, {})).toEqual([])
  })

  test('begins with what editors need to complete it', async () => {
    const { edition } = await demoShop()
    expect(programYaml(edition, {}, './a.json')).toMatch(
      /^# yaml-language-server: \$schema=\.\/a\.json\n# Edition 2 of /,
    )
    expect(programYaml(edition, {}, './a.json')).not.toContain('costs:')
  })

  test('says the same whatever its words are', async () => {
    const { edition } = await demoShop()
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(text, text, (headline, story) => {
        const document = {
          ...edition.document,
          tiers: [{ id: 'a', name: 'A', headline, story: `${story}\n\n${headline}` }],
        }
        const read = parseYaml(programYaml({ ...edition, document }, {}, 's'), 'f')
        expect(read.value).toEqual(document)
      }),
    )
  })
})

test('findings name the file and the line, as compilers do', async () => {
  const { edition, costs } = await demoShop()
  const file = programYaml({ ...edition, document: easierGold(edition.document, '200.00') }, costs, 's')
  const read = parseYaml(file, 'f')
  const [first] = findingLines(findingsIn(read, edition.document, {}), 'f.yaml', read.lineOf)
  const line = file.split('\n').findIndex((text) => text.includes('200.00')) + 1
  expect(first).toBe(
    `f.yaml:${line}: error: Gold does not ask for more here than Silver does at /tiers/1/qualify/0. Ask for more in at ` +
      'least one measure than Silver, and for less in none. (ladder_does_not_climb /tiers/2/qualify/0)',
  )
})

test('a file of another form is refused, each fault with its line', () => {
  const read = parseYaml('id: x\nnoticeDays: "30"\ntier: []\n', 'f')
  expect(() => programIn(read, 'f')).toThrow(/^f:1: error: name: It is missing/m)
  expect(() => programIn(read, 'f')).toThrow(/^f:2: error: noticeDays: It must be a whole number.*\(wrong_type/m)
  expect(() => programIn(read, 'f')).toThrow(/^f:3: error: tier is not a field that is known here/m)
})

describe('publishing a file', () => {
  test('makes the next edition of rules, with costs, and the log says who stood for whom', async () => {
    const { deps, press, asked, edition, ledger } = await demoShop()
    const program = { document: easierGold(edition.document), costs: null }
    await publishPlan(deps, await planFile(press, { ...asked, program }, NOW))
    expect((await ledger.program()).published.at(-1)).toMatchObject({ edition: 3, effectiveFrom: '2026-09' })
    expect(await ledger.costs(3)).toEqual(await ledger.costs(2))
    const [entry] = (await press.log({ limit: 1, cursor: null })).items
    expect(entry).toMatchObject({ by: 'operator', what: 'published', edition: 3, draft: null })
    expect(entry?.detail).toContain('“program.yaml”')
  })

  test('makes a revision of words, at once', async () => {
    const { deps, press, asked, edition } = await demoShop()
    const program = { document: reworded(edition.document), costs: null }
    const published = await publishPlan(deps, await planFile(press, { ...asked, program, from: null }, NOW))
    expect(published).toMatchObject({ edition: 2, revision: 2, isInForce: true })
  })

  test.each([
    ['nothing is changed', {}, 'nothing_changed'],
    ['no month is named', { from: null, spend: '900.00' }, 'no_month'],
    ['it is too late for its month', { from: '2026-06', spend: '900.00' }, 'too_early'],
    ['its month is none', { from: 'May', spend: '900.00' }, 'bad_month'],
    ['its rules are wrong', { spend: '200.00' }, 'ladder_does_not_climb'],
    ['costs are missing', { spend: '900.00', known: {} }, 'cost_missing'],
  ])(
    'is refused as in the studio when %s',
    async (_, { spend, ...rest }: Partial<FileToPublish> & { spend?: string }, code) => {
      const { press, asked, edition } = await demoShop()
      const program = spend ? { document: easierGold(edition.document, spend), costs: null } : asked.program
      await expect(planFile(press, { ...asked, program, ...rest }, NOW)).rejects.toMatchObject({ code })
      expect((await press.head()).version).toBe(2)
    },
  )
})

test('the schema for editors is that of the code', async () => {
  expect(await keptSchema(), 'Run "npm run program -- schema".').toBe(programSchema())
})
