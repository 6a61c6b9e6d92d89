import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import type { Hono } from 'hono'
import { type APIGatewayProxyResult, handle, type LambdaEvent } from 'hono/aws-lambda'
import { behindTheFrontDoor } from './front-door.ts'
import type { AppEnv } from './identity.ts'

/** Tells the log of an error that nobody foresaw, under the id that the caller was given. */
export type Report = (error: unknown, requestId: string) => void

/**
 * The Lambda handler of an audience's app: answers those who come through the distribution, which shows `frontDoorKey`; logs
 * as JSON with the context of the call, counts the answers by kind. Events are never logged, for they hold personal data
 * and the key.
 */
export function lambdaEntry(room: string, frontDoorKey: string, appFor: (report: Report) => Hono<AppEnv>) {
  const logger = new Logger({ serviceName: room })
  const metrics = new Metrics({ namespace: 'Cleartier', serviceName: room })
  const app = appFor((error, requestId) => logger.error('An error that nobody foresaw', { requestId, error }))
  const answer = handle(behindTheFrontDoor(app, frontDoorKey))
  return middy<LambdaEvent, APIGatewayProxyResult, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics, { captureColdStartMetric: true }))
    .use({
      after: ({ response }) => {
        metrics.addMetric(kindOf(response?.statusCode ?? 500), MetricUnit.Count, 1)
      },
    })
    .handler((event, context) => answer(event, context))
}

function kindOf(status: number): 'answered' | 'refused' | 'failed' {
  if (status >= 500) return 'failed'
  return status >= 400 ? 'refused' : 'answered'
}
