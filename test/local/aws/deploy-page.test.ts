import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runChecks } from '#local/smoke/run-checks.ts'
import { SETTINGS } from '../../../infra/setting-table.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const page = readFileSync(join(ROOT, 'docs', 'deploy.md'), 'utf8')
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const section = (title: string, from = page) => from.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''

describe('the page on deploying', () => {
  test('has every setting of a stage, and none that there is not', () => {
    const told = [...section('Settings of a stage').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
    expect(told.sort()).toEqual(Object.keys(SETTINGS).sort())
  })

  test.each([
    ['this page', section('What it costs')],
    ['the first page', section('In your AWS account', readme)],
  ])('says no price that the page on scale does not: %s', (_, words) => {
    const scale = readFileSync(join(ROOT, 'docs', 'scale.md'), 'utf8')
    const prices = words.match(/\$\d[\d,]*(?:\.\d+)?/g) ?? []
    expect(prices.filter((price) => !scale.includes(` ${price} |`))).toEqual([])
    expect(prices.length).toBeGreaterThan(3)
  })

  test('says how many things are looked at with the API itself named', async () => {
    // Nobody is asked anything at this port, so all of them fail at once.
    const nowhere = 'https://127.0.0.1:1'
    const all = await runChecks({ origin: nowhere, api: nowhere, machine: null }, () => {})
    expect(section('The first deployment')).toContain(`\`${all} ok, 0 failed\``)
  })

  test('names only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }
    const named = new Set([...page.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name))
    expect([...named].filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([])
    expect(named).toContain('deploy')
  })

  test('leads only to sections that there are', () => {
    const anchors = [...page.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    )
    const led = [...page.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor = '']) => anchor)
    expect(led.filter((anchor) => !anchors.includes(anchor))).toEqual([])
    expect(led.length).toBeGreaterThan(10)
  })
})
