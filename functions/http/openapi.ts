import * as z from 'zod'
import { rightsIn } from './allow.ts'
import { type ProblemStatus, titleOf } from './problem.ts'
import { problemSchema } from './problem-schema.ts'
import type { Answer, May, Route } from './route.ts'
import { loaded, type Schema } from './schema.ts'
import { SCOPES } from './scope.ts'
import { SESSION_COOKIE } from './session-cookie.ts'

type Json = Readonly<Record<string, unknown>>

/** The OpenAPI 3.1 document of some routes, made from the very schemas that they are served by. */
export async function openapi(routes: readonly Route[]): Promise<Json> {
  const paths = Object.groupBy(routes, ({ path }) => path) as Record<string, Route[]>
  return {
    openapi: '3.1.0',
    info: { title: 'Cleartier', version: '1', description: 'Tiers, progress and perks that anyone can check.' },
    servers: [{ url: '/api/v1' }],
    paths: await mapped(paths, pathItem),
    components: {
      schemas: { Problem: await jsonSchema(problemSchema, 'output') },
      securitySchemes: {
        machine: { type: 'http', scheme: 'bearer', description: `A token by client credentials. Scopes: ${scopes()}.` },
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: 'Set by signing in.' },
      },
    },
  }
}

/** The same names, and what became of the value of each. */
async function mapped<From>(
  named: Readonly<Record<string, From>>,
  become: (value: From) => Promise<Json>,
): Promise<Record<string, Json>> {
  const entries = Object.entries(named).map(async ([name, value]) => [name, await become(value)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

const pathItem = (routes: readonly Route[]): Promise<Json> =>
  mapped(Object.fromEntries(routes.map((route) => [route.method, route])), operation)

async function operation(route: Route): Promise<Json> {
  const { method, path, may, summary, takes } = route
  return {
    operationId: `${method}${path.replace(/[^a-z]+(.?)/gi, (_, first: string) => first.toUpperCase())}`,
    summary,
    security: security(may),
    parameters: [
      ...(await parameters(route.params, 'path')),
      ...(await parameters(route.query, 'query')),
      ...(await parameters(route.headers, 'header')),
    ],
    ...(takes && { requestBody: { required: !route.bodyIsOptional, content: await contents(takes, 'input') } }),
    responses: { ...problems(route), ...(await mapped(route.answers, response)) },
  }
}

/** Each entry is enough by itself. */
function security(may: May): Json[] {
  if (may === 'public') return []
  if (may === 'member') return [{ session: [] }]
  return rightsIn(may).flatMap((right) => [{ machine: [right] }, { session: [right] }])
}

async function parameters(schema: Schema | undefined, place: 'path' | 'query' | 'header'): Promise<Json[]> {
  if (!schema) return []
  const { properties = {}, required = [] } = (await jsonSchema(schema, 'input')) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...inner }]) => ({
    ...{ name, in: place, required: place === 'path' || required.includes(name) },
    ...(description !== undefined && { description }),
    schema: inner,
  }))
}

async function response({ description, schema, mediaType = 'application/json' }: Answer): Promise<Json> {
  if (!schema) return { description }
  const byType = Object.fromEntries([mediaType].flat().map((type) => [type, schema]))
  return { description, content: await contents(byType, 'output') }
}

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

const contents = (schemas: Readonly<Record<string, Schema>>, io: 'input' | 'output'): Promise<Json> =>
  mapped(schemas, async (schema) => ({ schema: await jsonSchema(schema, io) }))

/** What is parsed into something else (times, numbers in addresses) is described as it is sent. */
async function jsonSchema(schema: Schema, io: 'input' | 'output'): Promise<Json> {
  const { $schema: _, ...described } = z.toJSONSchema(await loaded(schema), { io })
  return described
}

const scopes = () =>
  Object.entries(SCOPES)
    .map(([scope, may]) => `${scope} (${may})`)
    .join(', ')
