import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FRONT_DOOR_HEADER } from '#http/front-door.ts'
import { PREVIEW_PATH, STUDIO_PATH } from '#local/framed-previews.ts'
import { priceClassFor } from '../../infra/price-class.ts'
import type { StageSettings } from '../../infra/stage-settings.ts'
import { findPage } from './edge.ts'
import { onlyOne, resourcesOf, synthesized } from './template.ts'

interface Behavior {
  readonly PathPattern: string
  readonly TargetOriginId: string
  readonly FunctionAssociations?: readonly { readonly EventType: string }[]
}

interface Origin {
  readonly Id: string
  readonly OriginCustomHeaders?: readonly { readonly HeaderName: string; readonly HeaderValue: unknown }[]
  readonly S3OriginConfig?: object
}

const configOf = (of: ReturnType<typeof synthesized>) =>
  onlyOne(of, 'AWS::CloudFront::Distribution').Properties.DistributionConfig as {
    readonly CacheBehaviors: readonly Behavior[]
    readonly DefaultCacheBehavior: Omit<Behavior, 'PathPattern'>
    readonly Origins: readonly Origin[]
  }

const template = synthesized()
const config = configOf(template)
const api = config.Origins.find(({ S3OriginConfig }) => S3OriginConfig === undefined)

test('pages and missing addresses are found at the edge, in what the publisher says is served', () => {
  const pointer = { 'Fn::GetAtt': [onlyOne(template, 'AWS::CloudFront::KeyValueStore').id, 'Arn'] }
  const functions = resourcesOf(template, 'AWS::CloudFront::Function')
  const reads = functions.filter(({ Properties }) => JSON.stringify(Properties).includes(JSON.stringify(pointer)))
  expect(reads.map(({ id }) => id)).toEqual([expect.stringContaining('FindPage')])
  const events = config.DefaultCacheBehavior.FunctionAssociations?.map(({ EventType }) => EventType)
  expect(events).toEqual(['viewer-request', 'viewer-response'])
})

test('answers of the API are never kept by the distribution, and pages come through its access control', () => {
  const never = { CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', ViewerProtocolPolicy: 'https-only' }
  expect(config.CacheBehaviors).toMatchObject([
    { PathPattern: PREVIEW_PATH, ...never },
    { PathPattern: '/api/*', ...never },
    { PathPattern: '/auth/*', ...never },
    { PathPattern: '/offer.js', ViewerProtocolPolicy: 'redirect-to-https' },
    { PathPattern: STUDIO_PATH, ViewerProtocolPolicy: 'redirect-to-https' },
  ])
  expect(config.Origins).toContainEqual(
    expect.objectContaining({ OriginAccessControlId: expect.anything(), S3OriginConfig: expect.anything() }),
  )
})

test('no page is ever put in the place of what the API says, problems included', () => {
  // They would cover the whole of the distribution.
  expect(config).not.toHaveProperty('CustomErrorResponses')
  const toApi = config.CacheBehaviors.filter(({ PathPattern }) => /^\/(?:api|auth)\//.test(PathPattern))
  expect(toApi).toHaveLength(3)
  for (const behavior of toApi) {
    expect(behavior).toMatchObject({ TargetOriginId: api?.Id })
    expect(behavior).not.toHaveProperty('FunctionAssociations')
  }
})

test('whatever is asked of the API reaches it, by any method, but under its own name: it answers no other', () => {
  const allButTheHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'
  const toApi = config.CacheBehaviors.filter(({ TargetOriginId }) => TargetOriginId === api?.Id)
  expect(toApi).toHaveLength(3)
  for (const behavior of toApi) {
    expect(behavior).toMatchObject({
      OriginRequestPolicyId: allButTheHost,
      AllowedMethods: expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    })
  }
})

test('there is no way to a provider of sign-in: /oidc is a page that is missing', async () => {
  expect(config.CacheBehaviors.filter(({ PathPattern }) => PathPattern.includes('oidc'))).toEqual([])
  const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => String(Properties.RouteKey))
  expect(routes.filter((key) => !/ \/(?:api\/v1|auth)\//.test(key))).toEqual([])
  const published = new Map([['current', JSON.stringify({ site: '1-a', files: ['index.html', '404.html'] })]])
  expect(await findPage(published, '/oidc/token')).toMatchObject({ uri: '/sites/1-a/404.html' })
})

test('the API is shown the key of the front door, by the name that its functions look for, and the bucket is not', () => {
  expect(api?.OriginCustomHeaders?.map(({ HeaderName }) => HeaderName)).toEqual([FRONT_DOOR_HEADER])
  expect(JSON.stringify(api?.OriginCustomHeaders)).toContain('{{resolve:secretsmanager:')
  const others = config.Origins.filter((origin) => origin !== api)
  for (const origin of others) expect(origin).not.toHaveProperty('OriginCustomHeaders')
})

test('every function behind the API is given that very key', () => {
  const [header] = api?.OriginCustomHeaders ?? []
  const behind = resourcesOf(template, 'AWS::Lambda::Function').filter(({ id }) => id.startsWith('For'))
  expect(behind).toHaveLength(5)
  for (const { Properties } of behind) {
    expect(Properties).toMatchObject({ Environment: { Variables: { FRONT_DOOR_KEY: header?.HeaderValue } } })
  }
})

test('every entry behind the API asks for that key', () => {
  const functions = new URL('../../functions/', import.meta.url)
  const entries = readdirSync(functions)
    .map((room) => new URL(`${room}/lambda.ts`, functions))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .filter((entry) => entry.includes('lambdaEntry('))
  expect(entries).toHaveLength(5)
  for (const entry of entries) expect(entry).toContain("'FRONT_DOOR_KEY'")
})

test('pages come by HTTP/3 and IPv6 where a browser can, compressed, and from near the portal', () => {
  expect(config).toMatchObject({ HttpVersion: 'http2and3', IPV6Enabled: true, PriceClass: 'PriceClass_100' })
  expect(config.DefaultCacheBehavior).toMatchObject({ Compress: true })
})

test.each([
  ['eu-west-2', 'PriceClass_100'],
  ['us-east-1', 'PriceClass_100'],
  ['ap-south-1', 'PriceClass_200'],
  ['me-central-1', 'PriceClass_200'],
  ['ap-southeast-2', 'PriceClass_All'],
  ['sa-east-1', 'PriceClass_All'],
])('customers near %s are served from near them', (region, priceClass) => {
  expect(priceClassFor(region)).toBe(priceClass)
})

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/8a1e5b7c'
const withDomain = (hostedZone: string | null) =>
  synthesized({ domain: { name: 'loyalty.shop.example', certificate, hostedZone } } satisfies Partial<StageSettings>)

test('a domain of one’s own is answered with its certificate and today’s protocols, and is what the portal calls itself', () => {
  const own = withDomain(null)
  expect(configOf(own)).toMatchObject({
    Aliases: ['loyalty.shop.example'],
    ViewerCertificate: { AcmCertificateArn: certificate, MinimumProtocolVersion: 'TLSv1.2_2021' },
  })
  expect(own.findOutputs('Address')).toMatchObject({ Address: { Value: 'https://loyalty.shop.example' } })
  for (const { id, Properties } of resourcesOf(own, 'AWS::Lambda::Function')) {
    const { ORIGIN } = (Properties.Environment as { Variables: { ORIGIN?: string } }).Variables
    expect([id, ORIGIN ?? 'https://loyalty.shop.example']).toEqual([id, 'https://loyalty.shop.example'])
  }
  expect(resourcesOf(own, 'AWS::Route53::RecordSet')).toEqual([])
})

test('its records are made where its zone is known, for both kinds of addresses', () => {
  const records = resourcesOf(withDomain('Z0123456789ABC'), 'AWS::Route53::RecordSet')
  expect(records.map(({ Properties }) => Properties.Type).toSorted()).toEqual(['A', 'AAAA'])
  for (const { Properties } of records) {
    expect(Properties).toMatchObject({ Name: 'loyalty.shop.example.', HostedZoneId: 'Z0123456789ABC' })
    expect(JSON.stringify(Properties.AliasTarget)).toContain('SiteDistribution')
  }
})

test('without a domain the portal is at CloudFront’s own address', () => {
  expect(config).not.toHaveProperty('Aliases')
  expect(JSON.stringify(template.findOutputs('Address'))).toContain('SiteDistribution')
})
