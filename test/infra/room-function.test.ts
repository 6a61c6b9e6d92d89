import { App, Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { RoomFunction } from '../../infra/room-function.ts'
import { resourcesOf } from './template.ts'

test('two entries of one room are two bundles', () => {
  const stack = new Stack(new App(), 'Herald')
  for (const entry of ['lambda', 'month-lambda'])
    new RoomFunction(stack, entry, { room: 'herald', entry, environment: {} })
  const functions = resourcesOf(Template.fromStack(stack), 'AWS::Lambda::Function')
  const files = functions.map(({ Properties }) => (Properties.Code as { readonly S3Key: string }).S3Key)
  expect(new Set(files).size).toBe(2)
})
