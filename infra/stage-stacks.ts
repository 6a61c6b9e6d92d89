import { type App, type Stack, Tags } from 'aws-cdk-lib'
import { CleartierStack } from './cleartier-stack.ts'
import { EdgeStack } from './edge-stack.ts'
import type { StageSettings } from './stage-settings.ts'

/** The one region in which CloudFront looks for firewalls and certificates. */
const EDGE_REGION = 'us-east-1'

/** The stacks of a stage: its own, and, where there is a firewall, what of it has to be in us-east-1. */
export function stageStacks(app: App, settings: StageSettings): readonly Stack[] {
  const { stage, region, account, hasFirewall } = settings
  const name = `Cleartier-${stage}`
  const tags = { 'cleartier:stage': stage }
  const inRegion = (where: string) => ({ tags, env: { ...(account !== null && { account }), region: where } })
  const edge = hasFirewall ? new EdgeStack(app, `${name}-edge`, { ...inRegion(EDGE_REGION), settings }) : null
  const stack = new CleartierStack(app, name, {
    ...inRegion(region),
    description: 'A loyalty portal that shows its working',
    settings,
    firewallArn: edge?.firewallArn ?? null,
  })
  const stacks = edge ? [edge, stack] : [stack]
  for (const one of stacks) Tags.of(one).add('cleartier:stage', stage)
  return stacks
}
