import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Audiences } from './audiences.ts'
import type { RoomFunction } from './room-function.ts'
import type { StageSettings } from './stage-settings.ts'

/** Routes instead of paths, because paths name members. */
const ACCESS_LOG_LINE = JSON.stringify({
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  fault: '$context.integrationErrorMessage',
})

/** The HTTP API: which path goes to which audience's function. Who may do what is the functions' own business. */
export class FrontDoor extends Construct {
  readonly api: HttpApi

  /** More requests a second are refused, so that nobody's mistake becomes a bill; for a moment twice as many get through. */
  constructor(scope: Construct, id: string, { requestsPerSecond }: Pick<StageSettings, 'requestsPerSecond'>) {
    super(scope, id)
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false })
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.api.addStage('Stage', {
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: 2 * requestsPerSecond },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(ACCESS_LOG_LINE),
      },
    })
  }

  /** Each audience by its own paths; the most exact one wins. */
  leadsTo({ portal, intake, desk, studio, finance }: Audiences): void {
    this.route(portal, '/auth/{proxy+}', '/api/v1/{proxy+}')
    this.route(intake, '/api/v1/events', '/api/v1/refusals', '/api/v1/refusals/{proxy+}')
    const counter = ['cards', 'members', 'redemptions'].map((things) => `/api/v1/${things}/{proxy+}`)
    this.route(desk, '/api/v1/till', ...counter)
    this.route(studio, '/api/v1/studio/{proxy+}')
    this.route(finance, '/api/v1/finance/{proxy+}')
  }

  private route({ node, live }: RoomFunction, ...paths: readonly string[]): void {
    const integration = new HttpLambdaIntegration(`To${node.id}`, live)
    for (const path of paths) this.api.addRoutes({ path, integration })
  }
}
