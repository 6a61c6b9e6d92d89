import { ofType, type TemplateResources } from './template-resource.ts'

/** A way through the HTTP API: a path, or the beginning of one, and the function behind it. */
export interface GatewayRoute {
  readonly id: string
  /** "ANY /api/v1/{proxy+}" */
  readonly key: string
  /** The logical id of the alias that is called. */
  readonly alias: string
}

interface Integration {
  readonly IntegrationUri: { readonly Ref: string }
}

export function gatewayRoutes(resources: TemplateResources): readonly GatewayRoute[] {
  return ofType(resources, 'AWS::ApiGatewayV2::Route').map(({ id, Properties }) => {
    const { RouteKey, Target } = Properties as unknown as {
      RouteKey: string
      Target: { 'Fn::Join': [string, unknown[]] }
    }
    const { Ref: integration = '' } = Target['Fn::Join'][1].at(-1) as { readonly Ref?: string }
    const { IntegrationUri } = (resources[integration]?.Properties ?? {}) as Partial<Integration>
    return { id, key: RouteKey, alias: IntegrationUri?.Ref ?? '' }
  })
}

/** The name of the function behind a path ("Portal"), as the HTTP API chooses it: an exact route, then the longest beginning. */
export function routesIn(resources: TemplateResources): (path: string) => string {
  const routes = gatewayRoutes(resources).map(({ key, alias }) => {
    const path = key.split(' ')[1] ?? ''
    const name = String(resources[alias]?.Metadata?.['aws:cdk:path']).split('/').at(-3) ?? ''
    return { name, isExact: !path.includes('{'), begin: path.replace('{proxy+}', '') }
  })
  return (path) => {
    const fitting = routes.filter(({ isExact, begin }) => (isExact ? path === begin : path.startsWith(begin)))
    const [best] = fitting.toSorted(
      (one, other) => Number(other.isExact) - Number(one.isExact) || other.begin.length - one.begin.length,
    )
    if (!best) throw new Error(`No route of the template leads to ${path}.`)
    return best.name
  }
}
