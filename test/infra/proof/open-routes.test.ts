import { describe, expect, test } from 'vitest'
import { isScope } from '#http/scope.ts'
import { API_ROUTES } from '#local/api-routes.ts'
import { gatewayRoutes, routesIn } from '../../lambda/runtime/gateway-routes.ts'
import { templates } from './assembly.ts'

/** What anybody may ask for, each with its reason. Whatever is not here asks who is there. */
const OPEN: Readonly<Record<string, string>> = {
  'get /openapi.json': 'It says how to ask, and nothing of anybody.',
  'get /program': 'What is promised is known before anybody buys.',
  'get /program/editions': 'What was promised before is known as well.',
  'get /program/editions/{n}': 'What was promised before is known as well.',
  'post /quote': 'Anybody may see what they would get.',
}

/** The audience whose function answers below each of these: "/studio/drafts" is the studio's. */
const AUDIENCE_OF: Readonly<Record<string, string>> = {
  ...{ events: 'Intake', refusals: 'Intake', till: 'Desk', cards: 'Desk', members: 'Desk', redemptions: 'Desk' },
  ...{
    studio: 'Studio',
    finance: 'Finance',
    me: 'Portal',
    program: 'Portal',
    quote: 'Portal',
    'openapi.json': 'Portal',
  },
}

const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}`
const [stage] = templates().filter(({ Resources }) => gatewayRoutes(Resources).length > 0)

describe('every route', () => {
  test('asks who is there, but for a few', () => {
    expect(
      API_ROUTES.filter(({ may }) => may === 'public')
        .map(nameOf)
        .toSorted(),
    ).toEqual(Object.keys(OPEN).toSorted())
  })

  test('lets in the holders of a right that there is, or members to what is theirs', () => {
    for (const route of API_ROUTES.filter(({ may }) => may !== 'public' && may !== 'member')) {
      const rights = [route.may].flat()
      expect([nameOf(route), rights.length > 0 && rights.every((right) => isScope(right))]).toEqual([
        nameOf(route),
        true,
      ])
    }
    const own = API_ROUTES.filter(({ may }) => may === 'member').map(({ path }) => path)
    expect(own.every((path) => path === '/me' || path.startsWith('/me/'))).toBe(true)
  })

  test.each(API_ROUTES.map((route) => [nameOf(route), route] as const))('leads to its own audience: %s', (_, route) => {
    const routed = routesIn(stage?.Resources ?? {})
    const audience = AUDIENCE_OF[route.path.split('/')[1] ?? '']
    expect(audience).toBeDefined()
    expect(routed(`/api/v1${route.path.replaceAll(/\{\w+\}/g, 'x')}`)).toBe(audience)
  })
})

test('the API has no ways but those of its audiences, and signing in', () => {
  const routes = gatewayRoutes(stage?.Resources ?? {}).map(({ key }) => key.split(' ')[1] ?? '')
  const known = ['/auth/{proxy+}', '/api/v1/{proxy+}', ...Object.keys(AUDIENCE_OF).map((name) => `/api/v1/${name}`)]
  expect(routes.filter((path) => !known.some((one) => path === one || path === `${one}/{proxy+}`))).toEqual([])
})
