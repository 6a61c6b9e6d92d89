import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { expect, inject, test } from 'vitest'
import { type Kept, keptOf } from '#local/destroy/kept.ts'
import { keptLine } from '#local/destroy/kept-costs.ts'
import { STACK } from '../../lambda/runtime/account.ts'
import { resourcesIn } from '../../lambda/runtime/deployed-functions.ts'
import { fakeAws } from './fake-aws.ts'

/** What stays of the stack as it is now. */
async function kept(): Promise<readonly Kept[]> {
  const Resources = resourcesIn(inject('assembly'), STACK)
  await fakeAws({
    GetTemplate: () => ({ TemplateBody: JSON.stringify({ Resources }) }),
    ListStackResources: () => ({
      StackResourceSummaries: Object.entries(Resources).map(([LogicalResourceId, { Type }]) => ({
        LogicalResourceId,
        PhysicalResourceId: `the ${LogicalResourceId}`,
        ResourceType: Type,
      })),
    }),
  })
  return keptOf(new CloudFormationClient({ region: 'eu-west-2' }), 'Cleartier-dev')
}

test('what no other could take the place of stays, and a new stack can take it up', async () => {
  const again = (await kept()).filter(({ canBeTakenUp }) => canBeTakenUp)
  const names = again.map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, ''))
  expect(names).toEqual(
    expect.arrayContaining([
      ...['DataKey', 'DataLedger', 'BackupsVault', 'ArchiveMonths', 'ArchiveSeal', 'SitePages', 'AnalyticsFiles'],
      ...['SecretsCookieKey', 'SecretsEmailKey', 'SecretsPseudonymKey', 'IdentityMembers'],
    ]),
  )
})

test('everything that stays is told by a name that people know', async () => {
  expect((await kept()).map(keptLine).filter((line) => line.includes('AWS::'))).toEqual([])
})
