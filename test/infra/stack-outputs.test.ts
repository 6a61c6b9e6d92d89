import { App } from 'aws-cdk-lib'
import { expect, test } from 'vitest'
import { ALWAYS_TOLD, stackNameOf } from '#local/aws/stack-outputs.ts'
import { stageStacks } from '../../infra/stage-stacks.ts'
import { settingsWith, synthesized } from './template.ts'

test('a stack says everything that commands ask of it', () => {
  expect(Object.keys(synthesized().findOutputs('*'))).toEqual(
    expect.arrayContaining([...ALWAYS_TOLD, 'MembersPool', 'StaffPool']),
  )
})

test('a stage with a provider of its own says no user pools, and all the rest', () => {
  const provider = { issuer: 'https://id.shop.example', clientId: 'portal', secretName: 'portal' }
  const told = Object.keys(synthesized({ provider }).findOutputs('*'))
  expect(told).toEqual(expect.arrayContaining([...ALWAYS_TOLD]))
  expect(told.filter((name) => name.endsWith('Pool'))).toEqual([])
})

test('commands know a stack by the name that it has', () => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } })
  const names = stageStacks(app, settingsWith()).map(({ stackName }) => stackName)
  expect(names).toContain(stackNameOf('dev'))
})
