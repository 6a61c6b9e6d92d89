import { expect, onTestFinished, test } from 'vitest'
import { publishDemoProgram } from '#local/demo-program.ts'
import { openCloud } from './cloud.ts'
import { type Amended, missing } from './gate.ts'
import { asMachine, gateway } from './gateway.ts'
import { listed, type Statement } from './policy.ts'
import { pounds, report } from './reported.ts'

/** A cloud in which some function has lost a right. */
async function cloudWithout(name: string, action: string) {
  const amended: Amended = (statements, by) => (by === name ? statements.flatMap(without(action)) : statements)
  const cloud = await openCloud({ amended })
  onTestFinished(() => cloud.stop())
  await publishDemoProgram(cloud.ledger())
  return cloud
}

const without =
  (action: string) =>
  (statement: Statement): readonly Statement[] => {
    const Action = listed(statement.Action).filter((one) => one !== action)
    return Action.length > 0 ? [{ ...statement, Action }] : []
  }

test('a right that a function lacks is named: who, what and on what', async () => {
  const cloud = await cloudWithout('Intake', 'dynamodb:PutItem')
  await report(cloud, 'm-1', ['purchase', 'order-1', pounds('20.00')]).catch(() => [])
  const table = cloud.functionNamed('Intake').environment.TABLE_NAME
  expect(missing(cloud.gate.asked)).toContain(
    `Intake: dynamodb:PutItem on arn:aws:dynamodb:eu-west-2:123456789012:table/${table}` +
      ' (dynamodb:LeadingKeys entry:["shop-1","m-1-order-1"])',
  )
})

test('a right of one function does not help another', async () => {
  const cloud = await cloudWithout('Portal', 'dynamodb:Query')
  await gateway(cloud)('GET /api/v1/program/editions').catch(() => null)
  expect(missing(cloud.gate.asked)).toEqual([expect.stringMatching(/^Portal: dynamodb:Query on .*editions\)$/)])
})

test('whoever may not list a bucket is not told that something is missing in it', async () => {
  const cloud = await cloudWithout('Studio', 's3:ListBucket')
  const studio = asMachine(cloud, 'program:write')
  await expect(studio(`GET /api/v1/studio/pictures/${'0'.repeat(24)}.webp`)).rejects.toThrow('AccessDenied')
})
