import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SETTINGS } from '../../../infra/setting-table.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const page = readFileSync(join(ROOT, 'docs', 'deploy.md'), 'utf8')
const section = (title: string) => page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''

describe('the page on deploying', () => {
  test('has every setting of a stage, and none that there is not', () => {
    const told = [...section('Settings of a stage').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
    expect(told.sort()).toEqual(Object.keys(SETTINGS).sort())
  })

  test('says no price that the page on scale does not', () => {
    const scale = readFileSync(join(ROOT, 'docs', 'scale.md'), 'utf8')
    const prices = section('What it costs').match(/\$[\d,.]+/g) ?? []
    expect(prices.filter((price) => !scale.includes(` ${price} |`))).toEqual([])
    expect(prices.length).toBeGreaterThan(5)
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
