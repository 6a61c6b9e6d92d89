import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { type Alarm, Dashboard as CloudWatchDashboard } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Audiences } from './audiences.ts'
import { forOperations } from './dashboard-for-operations.ts'
import { forCustomers, forFinance, forMarketing, forShops } from './dashboard-for-people.ts'
import type { RoomFunction } from './room-function.ts'

export interface DashboardProps {
  /** In whose stack things are counted. */
  readonly scope: Construct
  readonly api: HttpApi
  /** CloudFront counts by it, in us-east-1. */
  readonly distributionId: string
  readonly table: ITableV2
  readonly audiences: Audiences
  readonly functions: readonly RoomFunction[]
  readonly streamReaders: readonly RoomFunction[]
  readonly deadLetters: readonly IQueue[]
  readonly alarms: readonly Alarm[]
}

/** One page of what matters to each audience, in words that need no explanation. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id)
    const dashboard = new CloudWatchDashboard(this, 'Page')
    for (const section of [forCustomers, forShops, forMarketing, forFinance, forOperations]) {
      dashboard.addWidgets(...section(props))
    }
  }
}
