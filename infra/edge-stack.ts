import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Firewall } from './firewall.ts'
import type { StageSettings } from './stage-settings.ts'

export interface EdgeStackProps extends StackProps {
  readonly settings: StageSettings
}

/** What stands before the portal all over the world, and is told so in us-east-1. */
export class EdgeStack extends Stack {
  readonly firewallArn: string

  constructor(scope: Construct, id: string, { settings, ...props }: EdgeStackProps) {
    super(scope, id, { ...props, description: 'The firewall of a Cleartier portal' })
    this.firewallArn = new Firewall(this, 'Firewall', settings).arn
  }
}
