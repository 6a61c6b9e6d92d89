import { describe, expect, test } from 'vitest'
import { resourcesOf, synthesized } from './template.ts'

const template = synthesized()
const [key] = resourcesOf(template, 'AWS::KMS::Key').filter(({ id }) => id.startsWith('DataKey'))
const keyArn = { 'Fn::GetAtt': [key?.id, 'Arn'] }

interface Statement {
  readonly Action: string | readonly string[]
  readonly Resource: unknown
  readonly Condition?: object
}

const statementsOf = (of: ReturnType<typeof synthesized>) =>
  resourcesOf(of, 'AWS::IAM::Policy').flatMap(({ id, Properties }) =>
    (Properties.PolicyDocument as { Statement: readonly Statement[] }).Statement.map((statement) => ({
      role: id.replace(/Role.*/, ''),
      ...statement,
    })),
  )

describe('the ledger', () => {
  test('is encrypted by a key of the account, which turns over and stays', () => {
    const [table] = resourcesOf(template, 'AWS::DynamoDB::GlobalTable')
    expect(table?.Properties).toMatchObject({
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      Replicas: [{ SSESpecification: { KMSMasterKeyId: keyArn } }],
    })
    expect(key).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    expect(key?.Properties.EnableKeyRotation).toBe(true)
  })

  test('has its key used only by way of the database, for writing only in the name of those who write', () => {
    const byKey = statementsOf(template).filter(({ Resource }) => JSON.stringify(Resource) === JSON.stringify(keyArn))
    for (const { Condition } of byKey)
      expect(Condition).toEqual({ StringEquals: { 'kms:ViaService': 'dynamodb.eu-west-2.amazonaws.com' } })
    const writing = byKey.filter(({ Action }) => [Action].flat().includes('kms:GenerateDataKey'))
    // The least that DynamoDB asks of whoever writes (kms/latest/developerguide/services-dynamodb.html, "Customer managed key policy").
    for (const { Action } of writing) expect(Action).toContain('kms:GenerateDataKeyWithoutPlaintext')
    expect(writing.map(({ role }) => role).toSorted()).toEqual(
      ['ForDesk', 'ForFinance', 'ForIntake', 'ForPortal', 'ForStudio'].toSorted(),
    )
  })

  test('is copied each week and each month, where no copy can be deleted by mistake', () => {
    const [plan] = resourcesOf(template, 'AWS::Backup::BackupPlan')
    expect(plan?.Properties.BackupPlan).toMatchObject({
      BackupPlanRule: [
        { RuleName: 'Weekly', Lifecycle: { DeleteAfterDays: 91 } },
        { RuleName: 'Monthly', Lifecycle: { DeleteAfterDays: 365 } },
      ],
    })
    const [vault] = resourcesOf(template, 'AWS::Backup::BackupVault')
    // It goes with a first deployment that failed: its name is fixed, and would stand in the way of the next.
    expect(vault).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', Properties: { EncryptionKeyArn: keyArn } })
    expect(vault?.Properties.AccessPolicy).toMatchObject({
      Statement: [
        { Effect: 'Deny', Action: expect.arrayContaining(['backup:DeleteRecoveryPoint']), Principal: { AWS: '*' } },
      ],
    })
  })
})

describe('a ledger that was restored', () => {
  const streamArn = 'arn:aws:dynamodb:eu-west-2:123456789012:table/restored/stream/2026-11-22T10:00:00.000'
  const adopting = synthesized({ ledger: { tableName: 'restored', streamArn } })

  test('takes the place of the one that is made otherwise', () => {
    expect(resourcesOf(adopting, 'AWS::DynamoDB::GlobalTable')).toEqual([])
    for (const { id, Properties } of resourcesOf(adopting, 'AWS::Lambda::Function')) {
      const { Variables } = Properties.Environment as { Variables: Readonly<Record<string, unknown>> }
      if ('TABLE_NAME' in Variables) expect([id, Variables.TABLE_NAME]).toEqual([id, 'restored'])
    }
    const mappings = resourcesOf(adopting, 'AWS::Lambda::EventSourceMapping')
    const ofStreams = mappings.filter(({ Properties }) => Properties.StartingPosition)
    expect(ofStreams.length).toBeGreaterThan(0)
    for (const { Properties } of ofStreams) expect(Properties.EventSourceArn).toBe(streamArn)
  })

  test('leaves every right as it was, on the other table, and is opened by the same key', () => {
    const shape = (of: ReturnType<typeof synthesized>) =>
      statementsOf(of).map(({ role, Action }) => `${role}: ${[Action].flat().toSorted().join(' ')}`)
    expect(shape(adopting)).toEqual(shape(template))
    expect(JSON.stringify(statementsOf(adopting))).toContain('table/restored/index/period')
    expect(JSON.stringify(statementsOf(adopting))).toContain(JSON.stringify(keyArn))
  })
})
