import { expect, test } from 'vitest'
import { demoEditions } from '#local/demo-program.ts'
import {
  eyesToSeeWith,
  languagesToSee,
  ledTo,
  pagesToSee,
  previewPath,
} from '../../../web/studio/preview/preview-path.ts'

const ANYONE = { page: '/perks', language: '', as: '', on: '' }

test.each([
  [ANYONE, '/studio/drafts/d-1/preview/perks'],
  [{ ...ANYONE, page: '/' }, '/studio/drafts/d-1/preview/'],
  [{ ...ANYONE, language: 'de', page: '/' }, '/studio/drafts/d-1/preview/de/'],
  [{ ...ANYONE, as: 'silver', on: '2027-03-01' }, '/studio/drafts/d-1/preview/perks?as=silver&on=2027-03-01'],
  [{ ...ANYONE, as: 'a&b' }, '/studio/drafts/d-1/preview/perks?as=a%26b'],
])('%j is seen at %s', (looking, path) => {
  expect(previewPath('d-1', looking)).toBe(path)
})

test('every tier has a page to see and is somebody to see it', async () => {
  const document = (await demoEditions())[0]?.document
  if (!document) throw new Error('The demo has no edition.')
  const withGerman = { ...document, translations: { de: {} } }
  for (const { id, name } of document.tiers) {
    expect(pagesToSee(document)).toContainEqual([`/tiers/${id}`, `The page of ${name}`])
    expect(eyesToSeeWith(document)).toContainEqual([id, name])
  }
  expect(languagesToSee(withGerman)).toEqual([
    ['', expect.stringContaining('English')],
    ['de', 'German'],
  ])
})

test.each([
  ['/perks', { page: '/perks', language: '' }],
  ['/', { page: '/', language: '' }],
  ['/de/', { page: '/', language: 'de' }],
  ['/de', { page: '/', language: 'de' }],
  ['/de/perks', { page: '/perks', language: 'de' }],
  ['/standing', {}],
  ['/api/v1/program', {}],
])('a link to %s leads to %j in the preview', async (path, looking) => {
  const document = (await demoEditions())[0]?.document
  if (!document) throw new Error('The demo has no edition.')
  expect(ledTo(path, { ...document, translations: { de: {} } })).toEqual(looking)
})
