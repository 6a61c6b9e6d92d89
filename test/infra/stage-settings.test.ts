import { App } from 'aws-cdk-lib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { StageFault, stageSettings } from '../../infra/stage-settings.ts'

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/8a1e5b7c-0000-4000-8000-000000000000'
const STREAM = 'arn:aws:dynamodb:eu-west-2:123456789012:table/restored/stream/2026-11-20T10:00:00.000'
const domain = { name: 'loyalty.shop.example', certificate: CERTIFICATE }
const provider = { issuer: 'https://id.shop.example/', clientId: 'portal', secretName: 'portal/client' }
const ledger = { tableName: 'restored', streamArn: STREAM }

/** The settings of a stage that says so much in cdk.json, and so much after -c. */
const read = (inFile: object, afterC: Record<string, unknown> = {}) => {
  const { node } = new App({ context: { stages: { dev: { region: 'eu-west-2', ...inFile } }, ...afterC } })
  return stageSettings((key) => node.tryGetContext(key), Object.keys(node.getAllContext()))
}

/** What is told of settings that are wrong, by the name of each. */
function faultsOf(inFile: object, afterC: Record<string, unknown> = {}): Readonly<Record<string, string>> {
  try {
    read(inFile, afterC)
  } catch (error) {
    if (!(error instanceof StageFault)) throw error
    const [, ...lines] = error.message.split('\n- ')
    return Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
    )
  }
  return {}
}

describe('a stage', () => {
  test('is made of no more than its region, and is safe then', () => {
    expect(read({})).toEqual({
      ...{ stage: 'dev', region: 'eu-west-2', account: null, domain: null, provider: null, ledger: null },
      ...{
        senderMail: null,
        alarmMail: null,
        monthlyBudgetUsd: null,
        offerOrigins: [],
        isGradual: false,
        reservesConcurrency: false,
      },
      ...{ warmPortals: 0, requestsPerSecond: 500, hasFirewall: true },
    })
  })

  test('has what cdk.json says of it', () => {
    const said = {
      domain: { ...domain, hostedZone: 'Z0123456789ABC' },
      provider,
      ledger,
      monthlyBudgetUsd: 49.5,
      alarmMail: 'ops@shop.example',
    }
    expect(read({ ...said, account: '123456789012', isGradual: true })).toMatchObject(said)
  })

  test('can be told otherwise after -c, where everything is text', () => {
    const afterC = {
      ...{ region: 'eu-west-1', domain: JSON.stringify(domain), monthlyBudgetUsd: '80', requestsPerSecond: '20' },
      ...{ hasFirewall: 'false', offerOrigins: 'https://shop.example  https://www.shop.example', account: 'null' },
    }
    expect(read({ account: '123456789012', alarmMail: 'ops@shop.example' }, afterC)).toMatchObject({
      ...{ region: 'eu-west-1', domain: { ...domain, hostedZone: null }, monthlyBudgetUsd: 80, requestsPerSecond: 20 },
      ...{ hasFirewall: false, offerOrigins: ['https://shop.example', 'https://www.shop.example'], account: null },
    })
  })

  test('that is not in cdk.json is answered with those that are', () => {
    expect(faultsOf({}, { stage: 'prdo' })).toEqual({ stage: 'There is no stage "prdo". cdk.json has dev.' })
    expect(faultsOf({}, { stage: 'constructor' })).toHaveProperty('stage')
  })

  test.each(['Prod', 'a_b', '', '-a', 'a-', 'eu west', 'a'.repeat(21), 'prod-edge', '__proto__'])(
    'is not called "%s"',
    (stage) => expect(faultsOf({}, { stage }).stage).toContain('up to 20 small letters'),
  )
})

describe('what is wrong', () => {
  test('is told all at once, each by its name', () => {
    const faults = faultsOf({ region: undefined, domain: { certificate: CERTIFICATE }, isGradual: 1, warmPortals: -1 })
    expect(Object.keys(faults)).toEqual(['region', 'domain.name', 'isGradual', 'warmPortals'])
  })

  test.each([
    [{ region: 'eu-wset-2' }, 'region', 'Write "eu-west-2", if that is meant'],
    [{ region: 'cn-north-1' }, 'region', 'AWS in China has no user pools of Cognito'],
    [{ region: 'us-gov-west-1' }, 'region', 'AWS GovCloud has no CloudFront'],
    [{ region: 'constructor' }, 'region', 'no region that a portal can be in'],
    [{ monthlyBudgetUsd: 50 }, 'alarmMail', 'nobody would be told of the budget'],
    [
      { region: 'eu-north-1', monthlyBudgetUsd: 50, alarmMail: 'ops@shop.example' },
      'monthlyBudgetUsd',
      'no AWS Budgets in eu-north-1',
    ],
    [{ account: 123456789012 }, 'account', '12 digits, in quotation marks'],
    [{ account: '12345678901' }, 'account', '12 digits'],
    [{ domain: { name: 'shop.example' } }, 'domain.certificate', 'A domain of one’s own needs a certificate'],
    [{ domain: 'shop.example' }, 'domain', '"certificate"'],
    [{ domain: { ...domain, name: 'https://shop.example' } }, 'domain.name', 'without https://'],
    [{ domain: { ...domain, name: 'shop.example/' } }, 'domain.name', 'loyalty.shop.example'],
    [{ domain: { ...domain, name: '192.0.2.1' } }, 'domain.name', 'loyalty.shop.example'],
    [
      { domain: { ...domain, certificate: CERTIFICATE.replace('us-east-1', 'eu-west-2') } },
      'domain.certificate',
      'in eu-west-2',
    ],
    [
      { domain: { ...domain, certificate: 'arn:aws:iam::123456789012:server-certificate/x' } },
      'domain.certificate',
      'us-east-1',
    ],
    [{ domain: { ...domain, hostedZone: '/hostedzone/Z0123456789ABC' } }, 'domain.hostedZone', 'the id alone'],
    [
      { domain: { ...domain, hostedzone: 'Z0123456789ABC' } },
      'domain.hostedzone',
      'Write "hostedZone", if that is meant.',
    ],
    [{ provider: { ...provider, issuer: 'http://id.shop.example' } }, 'provider.issuer', 'https://id.shop.example'],
    [{ provider: { ...provider, clientId: undefined } }, 'provider.clientId', 'It is missing.'],
    [{ provider: { ...provider, secretName: '' } }, 'provider.secretName', 'not what it holds'],
    [{ ledger: { tableName: 'restored' } }, 'ledger.streamArn', 'It is missing.'],
    [{ ledger: { ...ledger, tableName: 'other' } }, 'ledger.streamArn', 'of another table'],
    [{ ledger, region: 'eu-west-1' }, 'ledger.streamArn', 'a table in eu-west-2'],
    [{ ledger, account: '210987654321' }, 'ledger.streamArn', 'account 123456789012'],
    [{ alarmMail: '§@!.!' }, 'alarmMail', 'ops@shop.example'],
    [{ alarmMail: 'ops' }, 'alarmMail', 'ops@shop.example'],
    [{ senderMail: 'loyalty@' }, 'senderMail', 'loyalty@shop.example'],
    [{ provider, senderMail: 'loyalty@shop.example' }, 'senderMail', 'it is that which writes'],
    [{ monthlyBudgetUsd: 0 }, 'monthlyBudgetUsd', 'above 0'],
    [{ offerOrigins: ['https://shop.example/'] }, 'offerOrigins', 'It has "https://shop.example/"'],
    [{ offerOrigins: '*' }, 'offerOrigins', 'It has "*"'],
    [{ warmPortals: 1.5 }, 'warmPortals', 'whole number'],
    [{ requestsPerSecond: 10_001 }, 'requestsPerSecond', 'from 1 to 10000'],
    [{ hasFirewal: false }, 'hasFirewal', 'Write "hasFirewall", if that is meant.'],
  ])('%j is answered with what to write', (said, name, sentence) => {
    const faults = faultsOf(said)
    expect(Object.keys(faults)).toEqual([name])
    expect(faults[name]).toContain(sentence)
  })

  test('a slip after -c is found too, and the CDK’s own settings are none', () => {
    const cdks = { 'aws:cdk:bundling-stacks': [], 'cli-telemetry': false, '@aws-cdk/core:explicitStackTags': true }
    const faults = faultsOf({}, { regoin: 'eu-west-1', 'has-firewall': 'false', ...cdks })
    expect(faults).toEqual({
      regoin: 'There is no such setting. Write "region", if that is meant.',
      'has-firewall': 'There is no such setting. Write "hasFirewall", if that is meant.',
    })
  })
})

/** Texts, lists and things that no setting takes: none is a name, a number, an address or true to any shape. */
const RUBBISH = fc.oneof(
  fc.string().map((text) => `§${text}`),
  fc.string().map((text) => ` ${text}\n`),
  fc.constantFrom('', ' ', '-1', '1e3', '0x10', 'NaN', 'TRUE', 'undefined', '[]', '{}', '{', '__proto__'),
  fc.oneof(fc.integer({ max: -1 }), fc.double({ max: -0.1 }), fc.constantFrom(NaN, Infinity, 2 ** 53)),
  fc.array(
    fc.oneof(
      fc.integer(),
      fc.string().map((text) => `§${text}`),
      fc.constant(null),
    ),
    { minLength: 1 },
  ),
  fc.dictionary(fc.string(), fc.anything()),
)

const SETTINGS = Object.keys(read({})).filter((name) => name !== 'stage')

test.each(SETTINGS)('rubbish in %s never makes a stage, and is told by its name', (name) => {
  // Blanks alone are a list of no origins.
  const rubbish = RUBBISH.filter((said) => name !== 'offerOrigins' || typeof said !== 'string' || said.trim() !== '')
  fc.assert(
    fc.property(rubbish, fc.boolean(), (said, isAfterC) => {
      const faults = isAfterC ? faultsOf({}, { [name]: said }) : faultsOf({ [name]: said })
      expect(Object.keys(faults).map((fault) => fault.split('.')[0])).toContain(name)
    }),
  )
})

test('rubbish in the place of a stage, of all stages or of its name never makes one', () => {
  fc.assert(
    fc.property(RUBBISH, (said) => {
      expect(() => stageSettings((key) => ({ stages: { dev: said } })[key])).toThrow(StageFault)
      expect(() => stageSettings((key) => ({ stages: said })[key])).toThrow(StageFault)
      expect(() => stageSettings((key) => ({ stage: said, stages: { dev: { region: 'eu-west-2' } } })[key])).toThrow(
        StageFault,
      )
    }),
  )
})
