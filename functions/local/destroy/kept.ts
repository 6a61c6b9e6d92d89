import {
  type CloudFormationClient,
  GetTemplateCommand,
  paginateListStackResources,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation'

/** Something that stays when its stack goes. */
export interface Kept {
  /** Its name in the stack: "DataLedger0F1B2C3D". */
  readonly logicalId: string
  /** "AWS::S3::Bucket" */
  readonly type: string
  /** What AWS knows it by: a name, an id or an ARN. */
  readonly id: string
  /** Whether a new stack can take it up: it refers to nothing that goes. */
  readonly canBeTakenUp: boolean
}

/** Versions outlast deployments, for going back; they go with the function that they are of. */
const WITH_ITS_FUNCTION: ReadonlySet<string> = new Set(['AWS::Lambda::Version'])

interface TemplateResource {
  readonly Type?: string
  readonly DeletionPolicy?: string
}

/** What stays of a stack when that is deleted, by what its template says of each thing in it. */
export async function keptOf(client: CloudFormationClient, stackName: string): Promise<readonly Kept[]> {
  const { TemplateBody = '{}' } = await client.send(new GetTemplateCommand({ StackName: stackName }))
  const { Resources = {} } = JSON.parse(TemplateBody) as { Resources?: Record<string, TemplateResource> }
  const isKept = (logicalId = '') => {
    const { Type = '', DeletionPolicy = '' } = Resources[logicalId] ?? {}
    return DeletionPolicy.startsWith('Retain') && !WITH_ITS_FUNCTION.has(Type)
  }
  const staying: StackResourceSummary[] = []
  for await (const { StackResourceSummaries = [] } of paginateListStackResources(
    { client },
    { StackName: stackName },
  )) {
    staying.push(...StackResourceSummaries.filter(({ LogicalResourceId }) => isKept(LogicalResourceId)))
  }
  const apart = standingApart(new Set(staying.map(({ LogicalResourceId = '' }) => LogicalResourceId)), Resources)
  return staying.map(({ LogicalResourceId: logicalId = '', ResourceType: type = '', PhysicalResourceId: id = '' }) => ({
    ...{ logicalId, type, id },
    canBeTakenUp: apart.has(logicalId) && type in NAMED_BY,
  }))
}

/** Those that refer to nothing but each other. */
function standingApart(kept: ReadonlySet<string>, resources: Readonly<Record<string, TemplateResource>>): Set<string> {
  const apart = new Set(kept)
  for (let before = -1; before !== apart.size; ) {
    before = apart.size
    for (const one of apart) if (referencesOf(resources[one]).some((other) => !apart.has(other))) apart.delete(one)
  }
  return apart
}

/** The names in a template's "Ref" and "Fn::GetAtt"; AWS's own, as "AWS::Region", are none. */
function referencesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return String(inner).startsWith('AWS::') ? [] : [String(inner)]
    if (key === 'Fn::GetAtt') return [String(Array.isArray(inner) ? inner[0] : inner).split('.')[0] ?? '']
    return referencesOf(inner)
  })
}

/** What CloudFormation calls the id of a thing that it is to take up. */
const NAMED_BY: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::KMS::Key': 'KeyId',
  'AWS::SecretsManager::Secret': 'Id',
  'AWS::Cognito::UserPool': 'UserPoolId',
  'AWS::Backup::BackupVault': 'BackupVaultName',
}

/** What "cdk import --resource-mapping" reads: which thing in AWS takes the place of which in the stack. */
export function resourceMapping(all: readonly Kept[]): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(
    all
      .filter(({ canBeTakenUp }) => canBeTakenUp)
      .map(({ logicalId, type, id }) => [logicalId, { [NAMED_BY[type] ?? '']: id }]),
  )
}
