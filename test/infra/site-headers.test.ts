import { expect, test } from 'vitest'
import { OFFER_HEADERS, OFFER_PATH } from '#local/offer-script.ts'
import { SECURITY_HEADERS as LOCAL_HEADERS, PREVIEW_POLICY, STUDIO_POLICY } from '#local/security-headers.ts'
import { onlyOne, resourcesOf, synthesized } from './template.ts'

const template = synthesized()

const headersPolicy = (name: string) =>
  resourcesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy').find(({ id }) => id.includes(name))?.Properties
    .ResponseHeadersPolicyConfig

test('browsers are told the same in AWS as on one machine', () => {
  const config = headersPolicy('SecurityHeaders')
  expect(config).toMatchObject({
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: LOCAL_HEADERS['content-security-policy'], Override: true },
      ReferrerPolicy: { ReferrerPolicy: LOCAL_HEADERS['referrer-policy'] },
      ContentTypeOptions: { Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: false, Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
    },
  })
  const { Items } = (config as { CustomHeadersConfig: { Items: { Header: string; Value: string }[] } })
    .CustomHeadersConfig
  for (const { Header, Value } of Items) expect(Value).toBe(LOCAL_HEADERS[Header])
})

test.each([
  ['StudioHeaders', STUDIO_POLICY, 'DENY'],
  ['PreviewHeaders', PREVIEW_POLICY, 'SAMEORIGIN'],
])('%s let the studio frame previews in AWS as on one machine', (name, policy, FrameOption) => {
  expect(headersPolicy(name)).toMatchObject({
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: policy },
      FrameOptions: { FrameOption },
    },
  })
})

test('pages of other sites may load the offer’s script in AWS as on one machine, and no other file', () => {
  const config = headersPolicy('OfferHeaders')
  expect(config).toMatchObject({
    CorsConfig: {
      AccessControlAllowOrigins: { Items: [OFFER_HEADERS['access-control-allow-origin']] },
      AccessControlAllowCredentials: false,
    },
  })
  const { Items } = (config as { CustomHeadersConfig: { Items: { Header: string; Value: string }[] } })
    .CustomHeadersConfig
  for (const { Header, Value } of Items) expect(Value).toBe(OFFER_HEADERS[Header])
  const { DistributionConfig } = onlyOne(template, 'AWS::CloudFront::Distribution').Properties as {
    DistributionConfig: { CacheBehaviors: { PathPattern: string; ResponseHeadersPolicyId: { Ref: string } }[] }
  }
  const lent = DistributionConfig.CacheBehaviors.filter(({ ResponseHeadersPolicyId: { Ref } }) => Ref.includes('Offer'))
  expect(lent.map(({ PathPattern }) => PathPattern)).toEqual([OFFER_PATH])
})
