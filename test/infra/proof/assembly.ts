import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { ofType, type TemplateResource, type TemplateResources } from '../../lambda/runtime/template-resource.ts'

/** The template of a stack, as CloudFormation gets it. */
export interface StackTemplate {
  /** "Cleartier-prod-edge" */
  readonly stack: string
  readonly text: string
  readonly Resources: TemplateResources
  readonly Outputs: Readonly<Record<string, unknown>>
}

const SUFFIX = '.template.json'

/** The templates of all stacks in a synthesised assembly; left out, in that of the stage "prod". */
export function templates(assembly: string = inject('assembly')): readonly StackTemplate[] {
  const files = readdirSync(assembly).filter((file) => file.endsWith(SUFFIX))
  return files.toSorted().map((file) => {
    const text = readFileSync(join(assembly, file), 'utf8')
    const { Resources, Outputs = {} } = JSON.parse(text)
    return { stack: file.slice(0, -SUFFIX.length), text, Resources, Outputs }
  })
}

export type Found = TemplateResource & { readonly id: string }

/** Every resource of all stacks, with its logical id. */
export const everything = (): readonly Found[] =>
  templates().flatMap(({ Resources }) => Object.entries(Resources).map(([id, resource]) => ({ id, ...resource })))

/** The resources of some types in all stacks; throws where there are none, so that no test holds of nothing. */
export function all(...types: readonly string[]): readonly Found[] {
  const found = templates().flatMap(({ Resources }) => types.flatMap((type) => ofType(Resources, type)))
  if (found.length === 0) throw new Error(`No stack has any ${types.join(' or ')}.`)
  return found
}
