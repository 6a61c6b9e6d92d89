import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { CleartierStack } from '../../infra/cleartier-stack.ts'

export interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
}

/** The stack as CloudFormation gets it, without bundling the functions, which takes seconds and changes nothing here. */
export function synthesized(): Template {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } })
  return Template.fromStack(new CleartierStack(app, 'Cleartier'))
}

export function resourcesOf(template: Template, type: string): readonly (Resource & { readonly id: string })[] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => ({ id, ...(resource as Resource) }))
}
