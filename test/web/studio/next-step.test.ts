import { describe, expect, test } from 'vitest'
import { type Asked, nextStep } from '../../../web/studio/decide/next-step.ts'

const MARA = { subject: 'mara', mayWrite: true, mayApprove: false }
const FINN = { subject: 'finn', mayWrite: false, mayApprove: true }
const BOTH = { subject: 'both', mayWrite: true, mayApprove: true }
const rules: Asked = {
  ...{ state: 'open', changes: 'rules', author: 'mara', isMine: true, findings: [], explanations: {} },
  ...{ effectiveFrom: '2027-03', earliest: '2027-01' },
}
const words: Asked = { ...rules, changes: 'words', effectiveFrom: null }
const warning = { kind: 'warning', place: '/tiers/1', code: 'odd', message: 'It is odd.', mend: 'Mend it.' } as const

describe('a draft of words alone', () => {
  test('is published by marketing, without anybody else', () => {
    expect(nextStep(words, MARA)).toMatchObject({ steps: ['publish'] })
    expect(nextStep({ ...words, isMine: false }, FINN).steps).toEqual([])
  })

  test('waits until its errors are mended', () => {
    const step = nextStep({ ...words, findings: [{ ...warning, kind: 'error' }] }, MARA)
    expect(step).toEqual({
      sentence: '1 error has to be mended before it can be published.',
      steps: [],
      isToMend: true,
    })
  })
})

describe('a draft of rules', () => {
  test('is submitted by whoever writes, who is told beforehand that they cannot approve it', () => {
    expect(nextStep(rules, MARA)).toMatchObject({
      steps: ['submit'],
      sentence: expect.stringContaining('includes you'),
    })
    expect(nextStep({ ...rules, isMine: false }, FINN)).toMatchObject({
      ...{ steps: [], sentence: 'It is being written. mara submits it when it is ready.' },
    })
  })

  test('is approved or given back by somebody in finance', () => {
    const submitted: Asked = { ...rules, state: 'submitted' }
    expect(nextStep({ ...submitted, isMine: false }, FINN).steps).toEqual(['approve', 'return'])
    expect(nextStep(submitted, MARA)).toMatchObject({ steps: [], sentence: expect.stringContaining('cannot be you') })
    expect(nextStep({ ...submitted, isMine: false }, MARA).steps).toEqual([])
  })

  test('is never approved by somebody who wrote in it, whatever rights they have', () => {
    expect(nextStep({ ...rules, state: 'submitted' }, BOTH)).toMatchObject({
      ...{ steps: ['return'], sentence: expect.stringContaining('You wrote in it, so it cannot be you.') },
    })
  })

  test('is published once it is approved, by marketing', () => {
    expect(nextStep({ ...rules, state: 'approved' }, MARA).steps).toEqual(['publish'])
    expect(nextStep({ ...rules, state: 'approved', isMine: false }, FINN).steps).toEqual(['return'])
  })

  test('waits for errors, for warnings without an explanation, and for a month', () => {
    const found: Asked = { ...rules, findings: [{ ...warning, kind: 'error' }, warning] }
    expect(nextStep(found, MARA).sentence).toBe(
      '1 error has to be mended and 1 warning has to be mended or explained before it can be submitted.',
    )
    expect(nextStep({ ...rules, effectiveFrom: null }, MARA)).toMatchObject({ steps: [], isToMend: true })
    expect(nextStep({ ...rules, effectiveFrom: '2026-12' }, MARA)).toMatchObject({ steps: [], isToMend: true })
  })

  test('does not wait for what is explained, nor for a cost, which is finance’s to say', () => {
    const explained = { ...rules, findings: [warning], explanations: { 'odd /tiers/1': 'So it shall be.' } }
    expect(nextStep(explained, MARA).steps).toEqual(['submit'])
    expect(nextStep({ ...explained, explanations: { 'odd /tiers/1': '  ' } }, MARA).steps).toEqual([])
    const costless = { ...rules, findings: [{ ...warning, code: 'no_cost', place: '/costs/lounge' }] }
    expect(nextStep(costless, MARA).steps).toEqual(['submit'])
  })
})

test('a draft that changes nothing has no next step', () => {
  expect(nextStep({ ...rules, changes: 'nothing' }, BOTH).steps).toEqual([])
})
