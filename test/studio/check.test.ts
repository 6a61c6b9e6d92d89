import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checked } from '../http/checked.ts'
import { as } from '../http/roles.ts'
import { freshStudio } from './fresh-studio.ts'

const fairweather = parse(await readFile(new URL('../../functions/local/fairweather.yaml', import.meta.url), 'utf8'))

const posted = (body: string, role = 'studio'): RequestInit => ({
  method: 'POST',
  headers: { ...as(role), 'Content-Type': 'application/json' },
  body,
})

const sending = async () => checked((await freshStudio()).app)

describe('marketing has a document checked', () => {
  test('and nothing is to be said about the demo shop’s', async () => {
    const send = await sending()
    const { status, body } = await send('/studio/check', posted(JSON.stringify(fairweather)))
    expect({ status, body }).toEqual({ status: 200, body: { findings: [] } })
  })

  test('and reads what its rules do wrong, and how to mend it', async () => {
    const send = await sending()
    const [member, silver, gold, platinum] = fairweather.tiers
    const tiers = [member, silver, { ...gold, qualify: [{ spend: '200.00' }] }, platinum]
    const { body } = await send('/studio/check', posted(JSON.stringify({ ...fairweather, tiers })))
    expect(body.findings).toEqual([
      {
        ...{ kind: 'error', place: '/tiers/2/qualify/0', code: 'ladder_does_not_climb' },
        message: 'Gold does not ask for more here than Silver does at /tiers/1/qualify/0.',
        mend: 'Ask for more in at least one measure than Silver, and for less in none.',
      },
    ])
  })

  test('and is compared with what is published', async () => {
    const send = await sending()
    const { body } = await send('/studio/check', posted(JSON.stringify({ ...fairweather, timeZone: 'Europe/Paris' })))
    expect(body.findings).toMatchObject([{ place: '/timeZone', code: 'never_changes' }])
  })

  test.each([
    ['null', '', 'wrong_type'],
    ['{}', '/id', 'missing'],
    [JSON.stringify({ ...fairweather, tier: 1 }), '/tier', 'unknown_field'],
    [JSON.stringify({ ...fairweather, noticeDays: '30' }), '/noticeDays', 'wrong_type'],
    [JSON.stringify({ ...fairweather, costs: { 'a/b': { unit: 1 } } }), '/costs/a~1b/unit', 'wrong_type'],
    [`{"id":"x",${JSON.stringify(fairweather).slice(1)}`, '/id', 'duplicate_name'],
    [
      JSON.stringify(fairweather).replace('"terms":{', '"terms":{"__proto__":{},'),
      '/perks/0/terms/__proto__',
      'unknown_field',
    ],
  ])('and is told where %.40s has another form', async (text, place, code) => {
    const send = await sending()
    const { status, body } = await send('/studio/check', posted(text))
    expect(status).toBe(200)
    expect(body.findings).toContainEqual(expect.objectContaining({ kind: 'error', place, code }))
  })

  test('and of a thousand findings reads the first, and how many are left', async () => {
    const send = await sending()
    const extra = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`extra-${index}`, 1]))
    const { body } = await send('/studio/check', posted(JSON.stringify({ ...fairweather, ...extra })))
    expect(body.findings).toHaveLength(201)
    expect(body.findings.at(-1).message).toBe('There are 800 more findings, which are not listed.')
  })

  test('but a text that is no JSON is refused', async () => {
    const send = await sending()
    expect(await send('/studio/check', posted('id: fairweather'))).toMatchObject({
      status: 400,
      body: { code: 'not_json' },
    })
  })
})
