import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import type { Hono } from 'hono'
import { type APIGatewayProxyResult, handle, type LambdaEvent } from 'hono/aws-lambda'
import { type Count, countIn } from './count.ts'
import { behindTheFrontDoor } from './front-door.ts'
import type { AppEnv } from './identity.ts'
import { loggable } from './loggable.ts'

/** Tells the log of an error that nobody foresaw, under the id that the caller was given. */
export type Report = (error: unknown, requestId: string) => void

/**
 * The Lambda handler of an audience's app: answers those who come through the distribution, which shows `frontDoorKey`; logs
 * as JSON with the context of the call, counts the answers by kind. Events are never logged, for they hold personal data
 * and the key; nor is what errors say, which may quote them.
 */
export function lambdaEntry(
  room: string,
  frontDoorKey: string,
  appFor: (report: Report, count: Count) => Hono<AppEnv>,
) {
  const logger = new Logger({ serviceName: room })
  const metrics = new Metrics({ serviceName: room })
  const report: Report = (error, requestId) =>
    logger.error('An error that nobody foresaw', { requestId, error: loggable(error) })
  const app = appFor(report, countIn(metrics))
  const answer = handle(behindTheFrontDoor(app, frontDoorKey))
  return middy<LambdaEvent, APIGatewayProxyResult, Error, Context>()
    .use(injectLambdaContext(logger, { logEvent: false }))
    .use(logMetrics(metrics, { captureColdStartMetric: true }))
    .use({
      after: ({ response, context }) => {
        const kind = kindOf(response?.statusCode ?? 500)
        metrics.addMetric(kind, MetricUnit.Count, 1)
        // By version besides, so that a roll-out tells the failures of the new one from those of the old.
        if (kind === 'failed') {
          metrics.singleMetric().addDimension('version', context.functionVersion).addMetric(kind, MetricUnit.Count, 1)
        }
      },
    })
    .handler((event, context) => answer(event, context))
}

function kindOf(status: number): 'answered' | 'refused' | 'failed' {
  if (status >= 500) return 'failed'
  return status >= 400 ? 'refused' : 'answered'
}
