import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'

/** Requests per second, for all together: more is refused, so that nobody's mistake becomes a bill. */
const STEADY_RATE = 500
const BURST = 1000

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

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false })
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.api.addStage('Stage', {
      autoDeploy: true,
      throttle: { rateLimit: STEADY_RATE, burstLimit: BURST },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(ACCESS_LOG_LINE),
      },
    })
  }

  /** Sends every request to one of the paths to a function; the most exact path wins. */
  leadsTo(audience: IFunction, ...paths: readonly string[]): void {
    const integration = new HttpLambdaIntegration(`To${audience.node.id}`, audience)
    for (const path of paths) this.api.addRoutes({ path, integration })
  }
}
