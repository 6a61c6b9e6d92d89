import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { connect } from '#ledger/client.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { createTable } from '#ledger/table.ts'
import { parseDeployment } from '#local/deploy/arguments.ts'
import { deployStage } from '#local/deploy/deploy-stage.ts'
import { type LocalDatabase, startDatabase } from '#local/dynoxide.ts'
import { type Answers, AwsError, fakeAws } from './fake-aws.ts'
import { OUTPUTS, stacks } from './told-stack.ts'

const NOW = Date.UTC(2026, 10, 20, 10)
const PROGRAM = 'functions/local/fairweather.yaml'
let database: LocalDatabase
let table = 0

beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.stop())
beforeEach(async () => {
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', database.endpoint)
  await createTable(connect({ endpoint: database.endpoint }), `cleartier-${++table}`)
})

const ledgerThere = () =>
  openLedger({ client: connect({ endpoint: database.endpoint }), table: `cleartier-${table}`, now: () => NOW })

const READY: Answers = {
  GetCallerIdentity: () => ({ Account: '111122223333' }),
  DescribeStacks: (params) =>
    stacks(['CDKToolkit', 'Cleartier-dev'], { ...OUTPUTS, TableName: `cleartier-${table}` })(params),
  Invoke: () => ({ site: '1-abc' }),
}

interface Ran {
  readonly code: number
  readonly said: string
  readonly asked: readonly string[]
  readonly cdk: readonly (readonly string[])[]
}

/** Deploys to an AWS that answers so, with a CDK that ends with `ends`. */
async function deploy(given: string, { answers = READY, ends = 0, isAtTerminal = false } = {}): Promise<Ran> {
  const asked = await fakeAws(answers)
  const lines: string[] = []
  const cdk: (readonly string[])[] = []
  const code = await deployStage(parseDeployment(given.split(' ')), {
    cdk: async (...args) => {
      cdk.push(args)
      return ends
    },
    buildSite: async () => false,
    now: () => NOW,
    tell: (line) => lines.push(line),
    isAtTerminal,
  })
  return { code, said: lines.join('\n'), asked: asked.map(({ action }) => action), cdk }
}

describe('a stage in an account that is ready', () => {
  test('is deployed, and says that a first edition is missing and how to publish one', async () => {
    const { code, said, cdk, asked } = await deploy('--stage dev --yes')
    expect(code).toBe(0)
    expect(cdk).toEqual([['deploy', '--all', '-c', 'stage=dev', '--require-approval', 'never']])
    expect(said).toContain('Deploying the stage dev to account 111122223333, eu-west-2 and us-east-1.')
    expect(said).toContain('npm run deploy -- --stage dev --program FILE.yaml')
    expect(asked).not.toContain('Invoke')
  })

  test('opens with an edition that is in force at once, its pages, and its address', async () => {
    const { code, said } = await deploy(`--stage dev --yes --program ${PROGRAM}`)
    expect(said).toContain('Published: edition 1, in force from 2026-11.')
    expect(said).toContain('The pages are shown: 1-abc.')
    expect(said).toContain('npm run smoke -- https://d1.cloudfront.example --api https://api.example')
    expect(code).toBe(0)
    expect((await ledgerThere().program()).published).toMatchObject([{ edition: 1, effectiveFrom: '2026-11' }])
  })

  test('may open in a month that is past, so that what was bought since counts, and is left alone the next time', async () => {
    await deploy(`--stage dev --yes --program ${PROGRAM} --from 2025-11`)
    const again = await deploy(`--stage dev --yes --program ${PROGRAM} --from 2026-01`)
    expect(again.said).toContain('Edition 1 is published already')
    expect(again.code).toBe(0)
    expect((await ledgerThere().program()).published).toMatchObject([{ effectiveFrom: '2025-11' }])
  })

  test('asks at a terminal about rights that change, unless told not to', async () => {
    expect((await deploy('--stage dev', { isAtTerminal: true })).cdk).toEqual([['deploy', '--all', '-c', 'stage=dev']])
    await expect(deploy('--stage dev')).rejects.toThrow('Nobody is at a terminal')
  })

  test('publishes nothing when the CDK fails, and says to run it again', async () => {
    const { code, said } = await deploy(`--stage dev --yes --program ${PROGRAM}`, { ends: 1 })
    expect(code).toBe(1)
    expect(said).toContain('run the same command again')
    expect((await ledgerThere().program()).published).toEqual([])
  })

  test('says when its pages could not be shown', async () => {
    await deploy(`--stage dev --yes --program ${PROGRAM}`)
    const answers = {
      ...READY,
      Invoke: () => {
        throw new AwsError('TooManyRequestsException', 'busy', 429)
      },
    }
    expect(await deploy('--stage dev --yes', { answers })).toMatchObject({
      code: 1,
      said: expect.stringContaining('The pages could not be shown: The publisher did not answer'),
    })
  })
})

describe('the first administrator', () => {
  test('is invited with the rights to set a portal up', async () => {
    const asked: unknown[] = []
    const answers: Answers = {
      ...READY,
      AdminGetUser: () => {
        throw new AwsError('UserNotFoundException')
      },
      AdminCreateUser: (params) => {
        asked.push(params)
      },
      AdminAddUserToGroup: ({ GroupName }) => {
        asked.push(GroupName)
      },
    }
    const { said } = await deploy('--stage dev --yes --admin You@Shop.example', { answers })
    expect(said).toContain('you@shop.example is written to')
    expect(asked).toEqual([
      expect.objectContaining({ Username: 'you@shop.example', UserPoolId: OUTPUTS.StaffPool }),
      ...['marketing', 'finance', 'ops'],
    ])
  })

  test('is not invited twice', async () => {
    const answers = { ...READY, AdminGetUser: () => ({ UserStatus: 'CONFIRMED' }), AdminAddUserToGroup: () => ({}) }
    const { said, asked } = await deploy('--stage dev --yes --admin you@shop.example', { answers })
    expect(said).toContain('you@shop.example has an account already')
    expect(asked).not.toContain('AdminCreateUser')
  })
})

describe('what keeps a deployment from beginning is said before anything is changed', () => {
  const refuse = (name: string, message?: string) => () => {
    throw new AwsError(name, message, 403)
  }

  test.each([
    ['--stage nowhere --yes', READY, 'There is no stage "nowhere"'],
    [
      '--stage dev --yes',
      { ...READY, DescribeStacks: stacks(['Cleartier-dev']) },
      'npx cdk bootstrap aws://111122223333/eu-west-2\n  npx cdk bootstrap aws://111122223333/us-east-1',
    ],
    ['--stage dev --yes --program none.yaml', READY, 'none.yaml cannot be read'],
    ['--stage dev --yes --program cdk.json', READY, 'cdk.json:1: error:'],
  ])('%s', async (given, answers, said) => {
    await expect(deploy(given, { answers })).rejects.toThrow(said)
  })

  test.each([
    ['ExpiredToken', 'The security token included in the request is expired'],
    ['InvalidClientTokenId', 'The security token included in the request is invalid.'],
  ])('credentials that are refused as %s', async (name, message) => {
    const answers = { ...READY, GetCallerIdentity: refuse(name, message) }
    await expect(deploy('--stage dev --yes', { answers })).rejects.toMatchObject({ name })
  })

  test.each([
    [[], 'Say which stage'],
    [['--stage', 'dev', '--admin', 'nobody'], '"nobody" is no mail address'],
    [['--stage', 'dev', '--from', '2026-01'], '--from is the month of a --program'],
    [['--stage', 'dev', '--program', 'x.yaml', '--from', 'spring'], '"spring" is not a month'],
    [['--stage', 'dev', '--force'], "Unknown option '--force'"],
  ])('arguments %s', (args, said) => {
    expect(() => parseDeployment(args)).toThrow(said)
  })
})
