import { describe, expect, test } from 'vitest'
import { FACTS } from '#http/count.ts'
import { onlyOne, synthesized } from './template.ts'

interface Widget {
  readonly type: string
  readonly properties: {
    readonly markdown?: string
    readonly metrics?: readonly (readonly unknown[])[]
    readonly region?: string
    readonly alarms?: readonly unknown[]
  }
}

const template = synthesized()

/** The widgets, with names in the place of what only CloudFormation knows. */
function widgets(): readonly Widget[] {
  const { DashboardBody } = onlyOne(template, 'AWS::CloudWatch::Dashboard').Properties
  const [, parts] = (DashboardBody as { 'Fn::Join': [string, readonly unknown[]] })['Fn::Join']
  return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'X')).join('')).widgets
}

describe('the dashboard', () => {
  test('has a section for each audience, with a sentence in plain words', () => {
    const texts = widgets().flatMap(({ type, properties }) => (type === 'text' ? [properties.markdown ?? ''] : []))
    expect(texts.map((text) => /^## (.+)\n[A-Z].{60,}\.$/.exec(text)?.[1])).toEqual([
      ...['Customers', 'Shops and tills', 'Marketing', 'Finance', 'Operations'],
    ])
  })

  test('shows every fact that is counted, and none that is not', () => {
    const shown = widgets()
      .flatMap(({ properties }) => properties.metrics ?? [])
      .filter(([namespace]) => namespace === 'Cleartier')
      .map(([, name]) => String(name))
    const kinds = ['answered', 'refused', 'failed']
    expect([...new Set(shown)].toSorted()).toEqual([...Object.keys(FACTS), ...kinds].toSorted())
  })

  test('looks for what AWS counts in one region alone, there', () => {
    const counted = widgets().flatMap(({ properties }) => properties.metrics ?? [])
    const abroad = counted.filter(([namespace]) => namespace === 'AWS/CloudFront' || namespace === 'AWS/Billing')
    expect(abroad).toHaveLength(2)
    for (const metric of abroad) expect(metric.at(-1)).toMatchObject({ region: 'us-east-1' })
  })

  test('shows the state of every alarm', () => {
    const states = widgets().find(({ type }) => type === 'alarm')
    expect(states?.properties.alarms?.length).toBe(Object.keys(template.findResources('AWS::CloudWatch::Alarm')).length)
  })
})
