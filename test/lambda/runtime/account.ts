import { type DeployedFunction, deployedFunctions, resourcesIn } from './deployed-functions.ts'
import type { Statement } from './policy.ts'
import { type Resolver, type ResolverOptions, resolver } from './resolved.ts'
import { ACCOUNT, ofType, REGION, type TemplateResources } from './template-resource.ts'

/** The stack that the tests go by, of the stage "prod". */
export const STACK = 'Cleartier-prod'

/** A function as it would be in an account: every reference is a value. */
export interface AccountFunction extends Omit<DeployedFunction, 'environment' | 'statements'> {
  readonly functionArn: string
  readonly environment: Readonly<Record<string, string>>
  readonly statements: readonly Statement[]
}

export interface Account {
  readonly resources: TemplateResources
  readonly resolve: Resolver
  readonly functions: readonly AccountFunction[]
  /** ARN of the key that encrypts the table. */
  readonly tableKey: string
}

/** What there is once an assembly is deployed, as far as names go. */
export function openAccount(assembly: string, options: Omit<ResolverOptions, 'resources'>): Account {
  const resources = resourcesIn(assembly, STACK)
  const resolve = resolver({ resources, ...options })
  const functions = deployedFunctions(assembly, resources).map((one) => ({
    ...one,
    functionArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${one.id}`,
    environment: resolve(one.environment) as Readonly<Record<string, string>>,
    statements: resolve(one.statements) as readonly Statement[],
  }))
  const { Replicas } = tableIn(resources).Properties as unknown as { readonly Replicas: readonly [Replica] }
  const tableKey = String(resolve(Replicas[0].SSESpecification.KMSMasterKeyId))
  return { resources, resolve, functions, tableKey }
}

interface Replica {
  readonly SSESpecification: { readonly KMSMasterKeyId: unknown }
}

function tableIn(resources: TemplateResources) {
  const [table] = ofType(resources, 'AWS::DynamoDB::GlobalTable')
  if (!table) throw new Error('The stack has no table.')
  return table
}

/** The logical id of the ledger's table. */
export const tableIdIn = (assembly: string): string => tableIn(resourcesIn(assembly, STACK)).id
