import { type Context, Hono } from 'hono'
import { type Allowed, allow } from './allow.ts'
import { busy } from './busy.ts'
import type { AppEnv, Identify } from './identity.ts'
import { headerParameters, pathParameters, queryParameters } from './parameters.ts'
import { Problem } from './problem.ts'
import { commonHeaders, problemResponse } from './problem-response.ts'
import { quickStart } from './quick-start.ts'
import { type JsonBody, readBinaryBody, readJsonBody, readOptionalJsonBody, readTextBody } from './read-body.ts'
import { requestIdOf } from './request-id.ts'
import type { May, Route } from './route.ts'

export const BASE_PATH = '/api/v1'

export interface AppOptions {
  readonly identify: Identify
  /** Is told of every error that no rule foresaw; the caller learns only the request id. */
  readonly report: (error: unknown, requestId: string) => void
  /** Whether an error of another room says that nothing was done and the same request may be sent again: a 503. */
  readonly isBusy: (error: unknown) => boolean
}

/** What a handler is given: everything parsed, and the sender allowed. */
export interface Input<Who extends May, Params, Query, Headers = undefined> {
  readonly identity: Allowed<Who>
  readonly params: Params
  readonly query: Query
  readonly headers: Headers
  readonly requestId: string
  /** Reads the body. Throws the problems of {@link readJsonBody}. */
  readonly body: () => Promise<JsonBody>
  /** Null when there is no body. */
  readonly optionalBody: () => Promise<JsonBody | null>
  /** Reads a body that is text. Throws the problems of {@link readTextBody}. */
  readonly text: () => Promise<string>
  /** Reads a body that is no text. Throws the problems of {@link readBinaryBody}. */
  readonly bytes: (most: number) => Promise<Uint8Array>
}

export type Handler<Who extends May, Params, Query, Headers = undefined> = (
  context: Context<AppEnv>,
  input: Input<Who, Params, Query, Headers>,
) => Response | Promise<Response>

/** An app, and the one way to add routes to it. */
export interface Api {
  readonly app: Hono<AppEnv>
  readonly serve: <Who extends May, Params, Query, Headers>(
    route: Route<Who, Params, Query, Headers>,
    handler: Handler<Who, Params, Query, Headers>,
  ) => void
}

/**
 * The app that every audience starts from, below /api/v1: request ids, security headers, problems, rights, and parameters
 * and bodies parsed by the route's own schemas (api.md, "Conventions").
 */
export function createApp({ identify, report, isBusy }: AppOptions): Api {
  const app = new Hono<AppEnv>(quickStart()).basePath(BASE_PATH)
  app.use(async (context, next) => {
    context.set('requestId', requestIdOf(context.env))
    // Before the handler, which may set others: a response is built once, and no header is added to it afterwards.
    for (const [name, value] of Object.entries(commonHeaders(context.var.requestId))) context.header(name, value)
    context.header('Cache-Control', 'private, no-store')
    await next()
  })
  app.onError((error, context) => {
    const { requestId } = context.var
    const problem = error instanceof Problem ? error : isBusy(error) ? busy() : undefined
    if (!problem) report(error, requestId)
    return problemResponse(problem ?? unforeseen(), requestId)
  })
  app.notFound((context) => problemResponse(noSuchRoute(), context.var.requestId ?? requestIdOf(context.env)))
  return { app, serve: (route, handler) => serveOn(app, identify, route, handler) }
}

function serveOn<Who extends May, Params, Query, Headers>(
  app: Hono<AppEnv>,
  identify: Identify,
  route: Route<Who, Params, Query, Headers>,
  handler: Handler<Who, Params, Query, Headers>,
): void {
  const mediaTypes = Object.keys(route.takes ?? {})
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1') + (route.takesRest ? '{.*}' : '')
  app.on(route.method.toUpperCase(), path, async (context) => {
    const request = context.req.raw
    const identity = await allow(route.may, identify, request)
    context.set('identity', identity)
    return handler(context, {
      // `allow` has let nobody in but those the route is for.
      identity: identity as Allowed<Who>,
      params: await pathParameters(route.params, context.req.param()),
      query: await queryParameters(route.query, context.req.queries()),
      headers: await headerParameters(route.headers, request.headers),
      requestId: context.var.requestId,
      body: () => readJsonBody(request, mediaTypes),
      optionalBody: () => readOptionalJsonBody(request, mediaTypes),
      text: () => readTextBody(request, mediaTypes),
      bytes: (most) => readBinaryBody(request, mediaTypes, most),
    })
  })
}

const unforeseen = () =>
  new Problem(500, 'unforeseen', 'Something went wrong on our side. Quote the instance when you ask for help.')

/** The very answer for a thing that is unknown, or not yours. */
const noSuchRoute = () => new Problem(404, 'not_found', 'There is nothing here. Check the address and the method.')
