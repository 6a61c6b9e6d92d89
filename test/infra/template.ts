import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { CleartierStack } from '../../infra/cleartier-stack.ts'
import { type StageSettings, stageSettings } from '../../infra/stage-settings.ts'

export interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
}

/** The settings of a stage that says nothing but where it is, and those that are said. */
export const settingsWith = (said: Partial<StageSettings> = {}): StageSettings => ({
  ...stageSettings((key) => (key === 'stages' ? { dev: { region: 'eu-west-2' } } : undefined)),
  ...said,
})

const made = new Map<string, Template>()

/**
 * The stack as CloudFormation gets it, without bundling the functions, which takes seconds and changes nothing here. Equal
 * settings give one and the same template, which is only to be read.
 */
export function synthesized(said: Partial<StageSettings> = {}): Template {
  const key = JSON.stringify(said)
  const template = made.get(key) ?? synthesize(said)
  made.set(key, template)
  return template
}

function synthesize(said: Partial<StageSettings>): Template {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } })
  const settings = settingsWith(said)
  const props = { settings, env: { region: settings.region }, firewallArn: 'arn:aws:wafv2:us-east-1:1:global/webacl/x' }
  return Template.fromStack(new CleartierStack(app, 'Cleartier', props))
}

export function resourcesOf(template: Template, type: string): readonly (Resource & { readonly id: string })[] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => ({ id, ...(resource as Resource) }))
}

/** The resource of a type of which there is one; throws where there are none or several. */
export function onlyOne(template: Template, type: string): Resource & { readonly id: string } {
  const [resource, ...more] = resourcesOf(template, type)
  if (!resource || more.length > 0) throw new Error(`Expected one ${type}, found ${more.length + (resource ? 1 : 0)}.`)
  return resource
}
