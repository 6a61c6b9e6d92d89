import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ofType, type TemplateResource, type TemplateResources } from './template-resource.ts'

/** A function as a template has it; whatever is a reference there is one here. */
export interface DeployedFunction {
  readonly id: string
  /** "Portal": the last name of its path in the stack. */
  readonly name: string
  /** Where its code lies. */
  readonly folder: string
  /** "index.handler" */
  readonly handler: string
  readonly environment: Readonly<Record<string, unknown>>
  readonly timeoutMs: number
  readonly memorySizeMb: number
  /** What its role may do. */
  readonly statements: readonly unknown[]
}

/** The resources of a stack in a synthesised assembly: "Cleartier-prod". */
export function resourcesIn(assembly: string, stack: string): TemplateResources {
  const { Resources } = JSON.parse(readFileSync(join(assembly, `${stack}.template.json`), 'utf8'))
  return Resources
}

/** The functions of a stack, in the order of their names. */
export function deployedFunctions(assembly: string, resources: TemplateResources): readonly DeployedFunction[] {
  return ofType(resources, 'AWS::Lambda::Function')
    .map(({ id, Properties, Metadata = {} }) => {
      const { Handler, Timeout, MemorySize, Role, Environment } = Properties as unknown as FunctionProperties
      return {
        ...{ id, name: String(Metadata['aws:cdk:path']).split('/').at(-2) ?? '', handler: Handler },
        folder: join(assembly, String(Metadata['aws:asset:path'])),
        environment: Environment?.Variables ?? {},
        timeoutMs: 1_000 * Timeout,
        memorySizeMb: MemorySize,
        statements: statementsOf(resources, Role['Fn::GetAtt'][0]),
      }
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

interface FunctionProperties {
  readonly Handler: string
  readonly Timeout: number
  readonly MemorySize: number
  readonly Role: { readonly 'Fn::GetAtt': readonly [string, string] }
  readonly Environment?: { readonly Variables: Readonly<Record<string, unknown>> }
}

/** What a role may do, by its own policies and by those that are attached to it. */
export function statementsOf(resources: TemplateResources, role: string): readonly unknown[] {
  const inline = (resources[role]?.Properties.Policies ?? []) as readonly { readonly PolicyDocument: PolicyDocument }[]
  const attached = Object.values(resources).filter((resource) => rolesOf(resource).includes(role))
  return [
    ...inline.flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
    ...attached.flatMap(({ Properties }) => (Properties.PolicyDocument as PolicyDocument).Statement),
  ]
}

interface PolicyDocument {
  readonly Statement: readonly unknown[]
}

function rolesOf({ Properties }: TemplateResource): readonly string[] {
  const roles = (Properties?.Roles ?? []) as readonly { readonly Ref?: string }[]
  return Properties?.PolicyDocument === undefined ? [] : roles.flatMap(({ Ref }) => Ref ?? [])
}
