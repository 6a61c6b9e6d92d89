/** Where the stage of the tests stands, as far as its names say it. */
export const REGION = 'eu-west-2'
export const ACCOUNT = '123456789012'

/** A resource of a template, as CloudFormation gets it. */
export interface TemplateResource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
  readonly Metadata?: Readonly<Record<string, unknown>>
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
}

export type TemplateResources = Readonly<Record<string, TemplateResource>>

/** The resources of one type, each with its logical id. */
export function ofType(
  resources: TemplateResources,
  type: string,
): readonly (TemplateResource & { readonly id: string })[] {
  return Object.entries(resources).flatMap(([id, resource]) => (resource.Type === type ? [{ id, ...resource }] : []))
}
