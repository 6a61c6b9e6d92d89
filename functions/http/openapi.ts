import * as z from 'zod'
import { rightsIn } from './allow.ts'
import { type ProblemStatus, titleOf } from './problem.ts'
import { problemSchema } from './problem-schema.ts'
import type { Answer, May, Route } from './route.ts'
import { SCOPES } from './scope.ts'
import { SESSION_COOKIE } from './session-cookie.ts'

type Json = Readonly<Record<string, unknown>>

/** The OpenAPI 3.1 document of some routes, made from the very schemas that they are served by. */
export function openapi(routes: readonly Route[]): Json {
  const paths = Object.groupBy(routes, ({ path }) => path)
  return {
    openapi: '3.1.0',
    info: { title: 'Cleartier', version: '1', description: 'Tiers, progress and perks that anyone can check.' },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries(Object.entries(paths).map(([path, some = []]) => [path, pathItem(some)])),
    components: {
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
      securitySchemes: {
        machine: { type: 'http', scheme: 'bearer', description: `A token by client credentials. Scopes: ${scopes()}.` },
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: 'Set by signing in.' },
      },
    },
  }
}

const pathItem = (routes: readonly Route[]): Json =>
  Object.fromEntries(routes.map((route) => [route.method, operation(route)]))

function operation(route: Route): Json {
  const { method, path, may, summary, takes } = route
  return {
    operationId: `${method}${path.replace(/[^a-z]+(.?)/gi, (_, first: string) => first.toUpperCase())}`,
    summary,
    security: security(may),
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...parameters(route.headers, 'header'),
    ],
    ...(takes && { requestBody: { required: !route.bodyIsOptional, content: contents(takes, 'input') } }),
    responses: { ...problems(route), ...answers(route.answers) },
  }
}

/** Each entry is enough by itself. */
function security(may: May): Json[] {
  if (may === 'public') return []
  if (may === 'member') return [{ session: [] }]
  return rightsIn(may).flatMap((right) => [{ machine: [right] }, { session: [right] }])
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query' | 'header'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...inner }]) => ({
    ...{ name, in: place, required: place === 'path' || required.includes(name) },
    ...(description !== undefined && { description }),
    schema: inner,
  }))
}

function answers(byStatus: Route['answers']): Json {
  return Object.fromEntries(Object.entries(byStatus).map(([status, answer]) => [status, response(answer)]))
}

const response = ({ description, schema, mediaType = 'application/json' }: Answer): Json => ({
  description,
  ...(schema && { content: contents(Object.fromEntries([mediaType].flat().map((type) => [type, schema])), 'output') }),
})

/** Those of its own, and those that follow from who may use it and what it takes. */
function problems({ may, takes, problems: own = [] }: Route): Json {
  const statuses: readonly ProblemStatus[] = [
    ...ALWAYS,
    ...own,
    ...(may === 'public' ? [] : PROOF),
    ...(takes ? BODY : []),
  ]
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(statuses.map((status) => [status, { description: titleOf(status), content }]))
}

const ALWAYS: readonly ProblemStatus[] = [400, 500, 503]
const PROOF: readonly ProblemStatus[] = [401, 403]
const BODY: readonly ProblemStatus[] = [413, 415]

const contents = (schemas: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Json =>
  Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, { schema: jsonSchema(schema, io) }]))

/** What is parsed into something else (times, numbers in addresses) is described as it is sent. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io })
  return described
}

const scopes = () =>
  Object.entries(SCOPES)
    .map(([scope, may]) => `${scope} (${may})`)
    .join(', ')
