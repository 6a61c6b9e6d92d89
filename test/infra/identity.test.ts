import { describe, expect, test } from 'vitest'
import { SCOPES_OF_GROUP } from '#http/identity.ts'
import { API_AUDIENCE } from '#http/machines.ts'
import { SCOPES } from '#http/scope.ts'
import { DEMO_MACHINES } from '#local/demo-people.ts'
import { resourcesOf, synthesized } from './template.ts'

// A cycle between the resources would be said here: the distribution leads to functions that know whom people sign in
// with, who lead back to the distribution.
const template = synthesized()

const named = (type: string, part: string) => {
  const [resource, ...more] = resourcesOf(template, `AWS::Cognito::${type}`).filter(({ id }) => id.includes(part))
  if (!resource || more.length > 0) throw new Error(`Expected one ${type} of ${part}, found ${more.length}.`)
  return resource
}
const members = named('UserPool', 'IdentityMembers')
const staff = named('UserPool', 'IdentityStaff')
const clients = resourcesOf(template, 'AWS::Cognito::UserPoolClient')
const portals = clients.filter(({ Properties }) => Properties.ClientName === 'portal')
const machines = clients.filter(({ Properties }) => Properties.ClientName !== 'portal')
const sorted = (words: readonly string[]) => words.toSorted()
const inPool = ({ id }: { id: string }) => expect.objectContaining({ UserPoolId: { Ref: id } })

describe('both pools', () => {
  test.each([
    ['customers', members],
    ['staff', staff],
  ])('that of the %s outlives mistakes', (_, pool) => {
    expect(pool).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    expect(pool.Properties).toMatchObject({ DeletionProtection: 'ACTIVE' })
  })

  test.each([
    ['customers', members],
    ['staff', staff],
  ])('that of the %s knows people by a proven address, and asks for no telephone', (_, { Properties }) => {
    expect(Properties).toMatchObject({
      ...{ UsernameAttributes: ['email'], AutoVerifiedAttributes: ['email'] },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      Schema: [{ Name: 'email', Required: true, Mutable: true }],
    })
    expect(Properties).not.toHaveProperty('SmsConfiguration')
  })

  test.each([
    ['customers', members],
    ['staff', staff],
  ])('that of the %s asks for long passwords or for passkeys that know their owner', (_, { Properties }) => {
    expect(Properties).toMatchObject({
      Policies: {
        PasswordPolicy: { MinimumLength: 12 },
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] },
      },
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      ...{ WebAuthnUserVerification: 'required', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
    })
  })
})

describe('customers', () => {
  test('join by themselves, and may have a second factor', () => {
    expect(members.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      ...{ MfaConfiguration: 'OPTIONAL', UserPoolTier: 'ESSENTIALS' },
    })
  })

  test('come to no group, for their pool has none', () => {
    const groups = resourcesOf(template, 'AWS::Cognito::UserPoolGroup')
    expect(groups.filter(({ Properties }) => JSON.stringify(Properties.UserPoolId).includes(members.id))).toEqual([])
  })
})

describe('staff', () => {
  test('are invited, and never sign in with one factor', () => {
    expect(staff.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      ...{ MfaConfiguration: 'ON', UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } },
    })
  })

  test('do not sign in with a password that is known to have leaked', () => {
    const risks = resourcesOf(template, 'AWS::Cognito::UserPoolRiskConfigurationAttachment')
    expect(risks.map(({ Properties }) => Properties)).toEqual([
      {
        ...{ UserPoolId: { Ref: staff.id }, ClientId: 'ALL' },
        CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } },
      },
    ])
  })

  test('are told in the invitation where to sign in, as whom and with what', () => {
    const { InviteMessageTemplate } = staff.Properties.AdminCreateUserConfig as { InviteMessageTemplate: object }
    const text = JSON.stringify(InviteMessageTemplate)
    for (const part of ['/auth/staff', '{username}', '{####}']) expect(text).toContain(part)
  })

  test('are in the groups that the functions give rights to, and in no others', () => {
    const groups = resourcesOf(template, 'AWS::Cognito::UserPoolGroup')
    expect(sorted(groups.map(({ Properties }) => String(Properties.GroupName)))).toEqual(
      sorted(Object.keys(SCOPES_OF_GROUP)),
    )
    for (const group of groups) {
      expect(group.Properties).toEqual(inPool(staff))
      expect(group.DeletionPolicy).toBe('Retain')
    }
  })
})

test.each([
  ['customers', members],
  ['staff', staff],
])('no client in the pool of the %s is kept from writing what it requires, which Cognito refuses', (_, pool) => {
  const schema = pool.Properties.Schema as { Name: string; Required?: boolean }[]
  const required = schema.filter(({ Required }) => Required).map(({ Name }) => Name)
  for (const { Properties } of clients.filter(({ Properties }) => inPool(pool).asymmetricMatch(Properties))) {
    // What does not say what it writes may write all of it.
    const { WriteAttributes = required, ClientName } = Properties
    expect([ClientName, WriteAttributes]).toEqual([ClientName, expect.arrayContaining(required)])
  }
})

test('nobody is given a token by which they could change their address, or their second factor, around the pages', () => {
  for (const { Properties } of clients)
    expect(Properties.AllowedOAuthScopes).not.toContain('aws.cognito.signin.user.admin')
})

describe('the portal', () => {
  test('is a client of each pool, which takes codes for tokens with a secret and comes back to one place', () => {
    expect(portals.map(({ Properties }) => Properties.UserPoolId)).toEqual([{ Ref: members.id }, { Ref: staff.id }])
    for (const { Properties } of portals) {
      expect(Properties).toMatchObject({
        ...{ GenerateSecret: true, PreventUserExistenceErrors: 'ENABLED' },
        ...{ AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid', 'email', 'profile'] },
        ...{ AccessTokenValidity: 5, IdTokenValidity: 5, RefreshTokenValidity: 60 },
        TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
        SupportedIdentityProviders: ['COGNITO'],
      })
      const [callback, ...others] = Properties.CallbackURLs as object[]
      expect(JSON.stringify(callback)).toMatch(/"DomainName"\]\},"\/auth\/callback"/)
      expect(others).toEqual([])
    }
  })

  test('has sign-in pages of the newer kind at each pool, on a host that no other stage has', () => {
    const domains = resourcesOf(template, 'AWS::Cognito::UserPoolDomain')
    expect(domains.map(({ Properties }) => Properties.UserPoolId)).toEqual([{ Ref: members.id }, { Ref: staff.id }])
    const stackPart = { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] }
    expect(domains.map(({ Properties }) => Properties.Domain)).toEqual([
      { 'Fn::Join': ['', ['cleartier-', stackPart]] },
      { 'Fn::Join': ['', ['cleartier-staff-', stackPart]] },
    ])
    for (const { Properties } of domains) expect(Properties.ManagedLoginVersion).toBe(2)
    const looks = resourcesOf(template, 'AWS::Cognito::ManagedLoginBranding')
    expect(looks.map(({ Properties }) => Properties.ClientId)).toEqual(portals.map(({ id }) => ({ Ref: id })))
  })

  test('is told the two providers apart, and the secrets by reference alone', () => {
    const [ofMembers, ofStaff] = portals.map(({ id }) => id)
    const portal = resourcesOf(template, 'AWS::Lambda::Function').find(({ id }) => id.startsWith('ForPortal'))
    const issuer = (pool: string) => ({
      'Fn::Join': ['', ['https://cognito-idp.eu-west-2.amazonaws.com/', { Ref: pool }]],
    })
    expect(portal?.Properties.Environment).toMatchObject({
      Variables: {
        ...{ MEMBERS_ISSUER: issuer(members.id), ISSUER: issuer(staff.id) },
        ...{ CLIENT_ID: { Ref: ofMembers }, CLIENT_SECRET: { 'Fn::GetAtt': [ofMembers, 'ClientSecret'] } },
        ...{ STAFF_CLIENT_ID: { Ref: ofStaff }, STAFF_CLIENT_SECRET: { 'Fn::GetAtt': [ofStaff, 'ClientSecret'] } },
      },
    })
  })
})

describe('machines', () => {
  const api = resourcesOf(template, 'AWS::Cognito::UserPoolResourceServer')

  test('get rights of this API, each of which the functions know, with the same words', () => {
    expect(api.map(({ Properties }) => Properties)).toEqual([
      expect.objectContaining({
        ...{ Identifier: API_AUDIENCE, UserPoolId: { Ref: staff.id } },
        Scopes: Object.entries(SCOPES).map(([ScopeName, ScopeDescription]) => ({ ScopeName, ScopeDescription })),
      }),
    ])
  })

  test('are those of one machine, with the same rights, and none of them approves', () => {
    const scopesOf = ({ Properties }: (typeof machines)[number]) =>
      (Properties.AllowedOAuthScopes as { 'Fn::Join': [string, [object, string]] }[]).map(
        ({ 'Fn::Join': [, [, scope]] }) => scope.slice(1),
      )
    const given = Object.fromEntries(
      machines.map((machine) => [machine.Properties.ClientName, scopesOf(machine).join(' ')]),
    )
    expect(given).toEqual(DEMO_MACHINES)
    expect(machines.flatMap(scopesOf)).not.toContain('program:approve')
  })

  test('are clients of the staff’s pool with a secret, by which no person signs in', () => {
    for (const { Properties } of machines) {
      expect(Properties).toEqual(inPool(staff))
      expect(Properties).toMatchObject({
        ...{ GenerateSecret: true, AllowedOAuthFlows: ['client_credentials'] },
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      })
      expect(Properties).not.toHaveProperty('CallbackURLs')
    }
  })

  test('have secrets that stand nowhere in the template', () => {
    const text = JSON.stringify(template.toJSON())
    const read = [...text.matchAll(/"Fn::GetAtt":\["(\w+)","ClientSecret"\]/g)].map(([, id]) => id)
    expect(sorted(read as string[])).toEqual(sorted(portals.map(({ id }) => id)))
  })
})

describe('what the stack tells', () => {
  test('are the pools and where one signs in, and no secret', () => {
    const outputs = template.findOutputs('*')
    expect(outputs.MembersPool?.Value).toEqual({ Ref: members.id })
    expect(outputs.StaffPool?.Value).toEqual({ Ref: staff.id })
    for (const name of ['MembersSignIn', 'StaffSignIn']) {
      expect(JSON.stringify(outputs[name]?.Value)).toMatch(/"https:\/\/",.*"\.auth\.eu-west-2\.amazoncognito\.com"/)
    }
    expect(JSON.stringify(outputs)).not.toMatch(/Secret|resolve:/)
  })
})

describe('a provider of one’s own', () => {
  const provider = { issuer: 'https://id.shop.example', clientId: 'cleartier', secretName: 'loyalty/portal' }
  const own = synthesized({ provider })

  test('takes the place of both pools', () => {
    const all = Object.values(own.toJSON().Resources as Record<string, { Type: string }>)
    expect(all.filter(({ Type }) => Type.startsWith('AWS::Cognito'))).toEqual([])
    expect(Object.keys(own.findOutputs('*')).filter((name) => /Pool$|SignIn$/.test(name))).toEqual([])
  })

  test('is behind both doors, with its secret by reference', () => {
    const portal = resourcesOf(own, 'AWS::Lambda::Function').find(({ id }) => id.startsWith('ForPortal'))
    const secret = '{{resolve:secretsmanager:loyalty/portal:SecretString:::}}'
    expect(portal?.Properties.Environment).toMatchObject({
      Variables: {
        ...{ ISSUER: provider.issuer, MEMBERS_ISSUER: provider.issuer, CLIENT_ID: 'cleartier' },
        ...{ STAFF_CLIENT_ID: 'cleartier', CLIENT_SECRET: secret, STAFF_CLIENT_SECRET: secret },
      },
    })
  })
})
