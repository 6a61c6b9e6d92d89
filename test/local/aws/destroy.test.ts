import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { parseDestruction } from '#local/destroy/arguments.ts'
import { destroyStage } from '#local/destroy/destroy-stage.ts'
import { type Answers, AwsError, fakeAws } from './fake-aws.ts'
import { stacks } from './told-stack.ts'

const RESOURCES = {
  Ledger: { type: 'AWS::DynamoDB::GlobalTable', id: 'ledger-1', of: { Key: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
  Key: { type: 'AWS::KMS::Key', id: 'key-1', of: {} },
  Pages: { type: 'AWS::S3::Bucket', id: 'pages-1', of: { Name: { Ref: 'AWS::NoValue' } } },
  EmailKey: { type: 'AWS::SecretsManager::Secret', id: 'arn:secret-1', of: {} },
  Staff: { type: 'AWS::Cognito::UserPool', id: 'pool-1', of: { Body: { 'Fn::GetAtt': 'Site.DomainName' } } },
  Ops: { type: 'AWS::Cognito::UserPoolGroup', id: 'ops', of: { Pool: { Ref: 'Staff' } } },
  Vault: { type: 'AWS::Backup::BackupVault', id: 'vault-1', of: {} },
  Site: { type: 'AWS::CloudFront::Distribution', id: 'E1', of: {} },
}

const TAG = [{ Key: 'cleartier:stage', Value: 'dev' }]
const standing = { is: true, edgeIs: false }

const ANSWERS: Answers = {
  GetCallerIdentity: () => ({ Account: '111122223333' }),
  DescribeStacks: (params) =>
    stacks([...(standing.is ? ['Cleartier-dev'] : []), ...(standing.edgeIs ? ['Cleartier-dev-edge'] : [])])(params),
  GetTemplate: () => ({
    TemplateBody: JSON.stringify({
      Resources: Object.fromEntries(
        Object.entries(RESOURCES).map(([name, { type, of }]) => [
          name,
          { Type: type, Properties: of, ...(name !== 'Site' && { DeletionPolicy: 'Retain' }) },
        ]),
      ),
    }),
  }),
  ListStackResources: () => ({
    StackResourceSummaries: Object.entries(RESOURCES).map(([LogicalResourceId, { type, id }]) => ({
      LogicalResourceId,
      PhysicalResourceId: id,
      ResourceType: type,
    })),
  }),
  DescribeTable: () => ({ Table: { TableArn: 'arn:aws:dynamodb:eu-west-2:1:table/ledger-1', TableStatus: 'ACTIVE' } }),
  ListTagsOfResource: () => ({ Tags: TAG }),
  UpdateTable: () => ({}),
  DeleteTable: () => ({}),
  'GET /pages-1?tagging': () => ({ TagSet: { Tag: TAG[0] } }),
  'GET /pages-1?versions': () => ({}),
  'POST /pages-1?delete': () => ({}),
  'DELETE /pages-1': () => ({}),
  DescribeUserPool: () => ({ UserPool: { UserPoolTags: { 'cleartier:stage': 'dev' } } }),
  UpdateUserPool: () => ({}),
  DeleteUserPool: () => ({}),
  DescribeSecret: () => ({ Tags: TAG }),
  DeleteSecret: () => ({}),
  ListResourceTags: () => ({ Tags: [{ TagKey: 'cleartier:stage', TagValue: 'dev' }] }),
  DescribeKey: () => ({ KeyMetadata: { KeyId: 'key-1', KeyState: 'Enabled' } }),
  ScheduleKeyDeletion: () => ({}),
}

/** What takes something away for good. */
const DELETING = /^Delete|^DELETE|^Schedule|\?delete$/

let folder: string
beforeEach(() => {
  Object.assign(standing, { is: true, edgeIs: false })
  folder = mkdtempSync(join(tmpdir(), 'cleartier-destroy-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
})

async function destroy(given: string, { answers = ANSWERS, ends = 0 } = {}) {
  const asked = await fakeAws(answers)
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', '')
  const lines: string[] = []
  const cdk: (readonly string[])[] = []
  const code = await destroyStage(parseDestruction(given.split(' ')), {
    cdk: async (...args) => {
      cdk.push(args)
      return ends
    },
    ...{ folder, sleep: async () => {}, isAtTerminal: false, tell: (line: string) => lines.push(line) },
  })
  const deleted = asked.map(({ action }) => action).filter((action) => DELETING.test(action))
  return { code, cdk, deleted, said: lines.join('\n'), asked }
}

const EVERYTHING = '--stage dev --yes --delete-data --yes-delete-all-data-of dev'

describe('a stage that is taken away', () => {
  test('leaves its data, and says what stays, what each costs and how to take it up again', async () => {
    const { code, cdk, deleted, said } = await destroy('--stage dev --yes')
    expect(code).toBe(0)
    expect(cdk).toEqual([['destroy', '--all', '-c', 'stage=dev', '--force']])
    expect(deleted).toEqual([])
    expect(said).toContain('a key: key-1 (1 dollar a month)')
    expect(said).not.toContain('E1')
    expect(said).toContain('npx cdk import Cleartier-dev -c stage=dev --resource-mapping')
  })

  test('can be taken up again but for what refers to something that went', async () => {
    await destroy('--stage dev --yes')
    expect(JSON.parse(readFileSync(join(folder, 'cleartier-dev-mapping.json'), 'utf8'))).toEqual({
      Ledger: { TableName: 'ledger-1' },
      Key: { KeyId: 'key-1' },
      Pages: { BucketName: 'pages-1' },
      EmailKey: { Id: 'arn:secret-1' },
      Vault: { BackupVaultName: 'vault-1' },
    })
  })

  test('goes whole also where the CDK broke off between its two stacks', async () => {
    await destroy('--stage dev --yes', { ends: 1 })
    Object.assign(standing, { is: false, edgeIs: true })
    expect((await destroy('--stage dev --yes')).cdk).toHaveLength(1)
    standing.edgeIs = false
    expect((await destroy('--stage dev --yes')).cdk).toEqual([])
  })

  test('takes its firewall along, also one that its settings have no more', async () => {
    standing.edgeIs = true
    const { cdk } = await destroy('--stage dev --yes')
    expect(cdk).toEqual([['destroy', '--all', '-c', 'stage=dev', '-c', 'hasFirewall=true', '--force']])
  })

  test('is left as it is when the CDK fails, its data with it', async () => {
    const { code, deleted } = await destroy(EVERYTHING, { ends: 1 })
    expect({ code, deleted }).toEqual({ code: 1, deleted: [] })
  })
})

describe('data that are to be deleted', () => {
  test('go when that was said twice, keys last, and backups are named that stay', async () => {
    const { code, deleted, said } = await destroy(EVERYTHING)
    expect(deleted).toEqual(['DeleteTable', 'DELETE /pages-1', 'DeleteUserPool', 'DeleteSecret', 'ScheduleKeyDeletion'])
    expect(said).toContain('aws backup delete-backup-vault --backup-vault-name vault-1')
    expect(code).toBe(0)
  })

  test('go also when the stacks went before', async () => {
    await destroy('--stage dev --yes')
    standing.is = false
    const { cdk, deleted } = await destroy(EVERYTHING)
    expect(cdk).toEqual([])
    expect(deleted).toContain('DeleteTable')
  })

  test('stay where they do not bear the tag of the stage', async () => {
    const others = [{ Key: 'cleartier:stage', Value: 'prod' }]
    const answers: Answers = {
      ...ANSWERS,
      ListTagsOfResource: () => ({ Tags: others }),
      'GET /pages-1?tagging': () => {
        throw new AwsError('NoSuchTagSet', 'none', 404)
      },
      DescribeUserPool: () => ({ UserPool: {} }),
      DescribeSecret: () => ({ Tags: others }),
      ListResourceTags: () => ({ Tags: [] }),
    }
    const { code, deleted, said } = await destroy(EVERYTHING, { answers })
    expect(deleted).toEqual([])
    expect(said).toContain('ledger-1: left alone, for it is not tagged as of the stage dev')
    expect(said).toContain('5 were left.')
    expect(code).toBe(1)
  })

  test('that are gone already are passed over', async () => {
    const gone = (name: string) => () => {
      throw new AwsError(name, name, 404)
    }
    const answers: Answers = {
      ...ANSWERS,
      DescribeTable: gone('ResourceNotFoundException'),
      'GET /pages-1?tagging': gone('NoSuchBucket'),
    }
    const { code, said } = await destroy(EVERYTHING, { answers })
    expect(said).toContain('ledger-1: was gone\npages-1: was gone')
    expect(code).toBe(0)
  })

  test('that are locked say which right is missing', async () => {
    const answers: Answers = {
      ...ANSWERS,
      'GET /pages-1?versions': () => ({ Version: { Key: '2026-05/1/entries', VersionId: 'v1' } }),
      'POST /pages-1?delete': () => ({ Error: { Key: '2026-05/1/entries', Code: 'AccessDenied' } }),
    }
    await expect(destroy(EVERYTHING, { answers })).rejects.toThrow('s3:BypassGovernanceRetention')
  })
})

describe('nothing is deleted', () => {
  test.each([
    ['--stage dev --yes --delete-data', 'say so twice: --delete-data --yes-delete-all-data-of dev'],
    ['--stage dev --yes --yes-delete-all-data-of dev', 'say so twice'],
    [
      '--stage dev --yes --delete-data --yes-delete-all-data-of prod',
      'The stage is dev, and --yes-delete-all-data-of says prod',
    ],
    ['--stage dev', 'Nobody is at a terminal'],
    ['--stage nowhere --yes', 'There is no stage "nowhere"'],
    ['--yes', 'Say which stage'],
  ])('by %s', async (given, said) => {
    await expect(destroy(given)).rejects.toThrow(said)
  })

  test('of a stack with the name of ours that is somebody else’s', async () => {
    const answers = { ...ANSWERS, DescribeStacks: () => ({ Stacks: [{ StackName: 'Cleartier-dev' }] }) }
    await expect(destroy(EVERYTHING, { answers })).rejects.toThrow('does not bear the tag cleartier:stage = dev')
  })

  test('where there is no stack and nothing was written down of one', async () => {
    standing.is = false
    await expect(destroy(EVERYTHING)).rejects.toThrow('Run this where the stage was destroyed')
  })
})
