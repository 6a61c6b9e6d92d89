import { execFile } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { connect } from '#ledger/client.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { createTable } from '#ledger/table.ts'
import { demoEditions } from '#local/demo-program.ts'
import { type LocalDatabase, startDatabase } from '#local/dynoxide.ts'
import { type Answers, AwsError, fakeAws } from './fake-aws.ts'
import { OUTPUTS, stacks } from './told-stack.ts'

const KEY = Buffer.alloc(32, 7).toString('base64url')
let database: LocalDatabase

/** A ledger with a program and one purchase, and another with nothing in it. */
beforeAll(async () => {
  database = await startDatabase()
  const client = connect({ endpoint: database.endpoint })
  for (const table of ['ledger', 'empty']) await createTable(client, table)
  const now = Date.UTC(2024, 5, 15)
  const ledger = openLedger({ client, table: 'ledger', now: () => now })
  for (const edition of await demoEditions()) await ledger.publish(edition)
  const purchase = { type: 'purchase', source: 'shop', id: 'a', subject: 'm-1', time: now } as const
  await ledger.record([{ ...purchase, amountMinor: 100, units: 1 }])
})
afterAll(() => database.stop())

const stageWith = (TableName: string): Answers => ({
  GetCallerIdentity: () => ({ Account: '111122223333' }),
  DescribeStacks: stacks(['CDKToolkit', 'Cleartier-dev'], { ...OUTPUTS, TableName }),
  GetFunctionConfiguration: () => ({ Environment: { Variables: { PSEUDONYM_KEY: KEY, EMAIL_KEY: KEY } } }),
  Invoke: () => ({ site: '1-abc' }),
})

/** Runs a command as somebody would in a terminal, with AWS on this machine. */
async function run(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  answers = stageWith('ledger'),
) {
  await fakeAws(answers)
  const file = join(import.meta.dirname, '..', '..', '..', 'functions', 'local', `${command}.ts`)
  const { DATA_DIR: _, DYNAMODB_ENDPOINT: __, ...own } = process.env
  const options = { env: { ...own, AWS_ENDPOINT_URL_DYNAMODB: database.endpoint, ...env } }
  return new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, [file, ...args], options, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr })
    })
  })
}

const STAGE = { STAGE: 'dev' }

describe('commands work on the ledger of a stage', () => {
  test('rebuilding finds all sums right', async () => {
    const { code, said } = await run('rebuild', [], STAGE)
    expect(said).toContain('1 member, 1 entry, no differences')
    expect(code).toBe(0)
  })

  test('exporting writes what perks cost', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cleartier-export-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const { code } = await run('export', ['--format', 'csv', '--period', '2024-06', '--out', folder], STAGE)
    expect(readdirSync(folder)).toContain('manifest.json')
    expect(code).toBe(0)
  })

  test('a month is closed with the stage’s own key, and put into its archive', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const put: string[] = []
    const answers: Answers = {
      ...stageWith('ledger'),
      GetFunctionConfiguration: () => ({ Environment: { Variables: { PSEUDONYM_KEY: KEY, SEAL_KEY: 'arn:seal' } } }),
      GetPublicKey: () => ({ PublicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') }),
      Sign: ({ Message }) => ({
        Signature: sign(null, Buffer.from(String(Message), 'base64'), privateKey).toString('base64'),
      }),
      'PUT *': ({ path }) => void put.push(String(path)),
    }
    const { code, said } = await run('close', ['2024-06'], STAGE, answers)
    expect(said).toBe('2024-06 is closed: 1 entries are signed.\n')
    expect(code).toBe(0)
    expect(put.every((path) => path.startsWith('/archive/2024-06/'))).toBe(true)
    expect(put.length).toBeGreaterThan(0)
  })

  test('a question in SQL is answered from its entries', async () => {
    const { code, said } = await run('sql', ['cost-by-tier', '--csv'], STAGE)
    expect(said).toMatch(/^tier,/)
    expect(code).toBe(0)
  })

  test('the program is checked, published, and shown by the stage’s own publisher', async () => {
    const publish = ['publish', 'functions/local/fairweather.yaml', '--from', '2026-01', '--yes']
    const { code, said } = await run('program', publish, STAGE, stageWith('empty'))
    expect(said).toContain('Published: edition 1, revision 1, from 2026-01')
    expect(code).toBe(0)
  })

  test('a table that is not there is named with its stage', async () => {
    expect(await run('rebuild', [], STAGE, stageWith('nowhere'))).toEqual({
      code: 1,
      said: 'There is no table "nowhere" in the stage dev in eu-west-2: it holds no ledger.\n',
    })
  })

  test('a stage and a folder at once are refused, and so is a stage that is not deployed', async () => {
    const both = await run('rebuild', [], { ...STAGE, DYNAMODB_ENDPOINT: database.endpoint })
    expect(both).toMatchObject({ code: 1, said: expect.stringContaining('Clear one of them.') })
    const none = await run('rebuild', [], STAGE, { DescribeStacks: stacks([]) })
    expect(none.said).toContain('There is no stack Cleartier-dev in eu-west-2. Deploy it first')
  })

  test('a stack of an older Cleartier is to be brought up to date', async () => {
    const { said } = await run('rebuild', [], STAGE, { DescribeStacks: stacks(['Cleartier-dev'], { Address: 'x' }) })
    expect(said).toContain('The stack Cleartier-dev does not say its ApiAddress, TableName')
  })
})

describe('who works with a stage', () => {
  const people = new Map<string, string[]>()
  const missing = () => {
    throw new AwsError('UserNotFoundException')
  }
  const pool: Answers = {
    ...stageWith('ledger'),
    AdminGetUser: ({ Username }) =>
      people.has(String(Username)) ? { UserStatus: 'FORCE_CHANGE_PASSWORD' } : missing(),
    AdminCreateUser: ({ Username }) => void people.set(String(Username), people.get(String(Username)) ?? []),
    AdminAddUserToGroup: ({ Username, GroupName }) => void people.get(String(Username))?.push(String(GroupName)),
    AdminDeleteUser: ({ Username }) => void people.delete(String(Username)),
    ListUsers: () => ({
      Users: [...people.keys()].map((email) => ({
        ...{ Username: email, UserStatus: 'FORCE_CHANGE_PASSWORD' },
        Attributes: [{ Name: 'email', Value: email }],
      })),
    }),
    AdminListGroupsForUser: ({ Username }) => ({
      Groups: (people.get(String(Username)) ?? []).map((GroupName) => ({ GroupName })),
    }),
  }
  const staff = (...args: readonly string[]) => run('staff', ['--stage', 'dev', ...args], {}, pool)

  test('is invited, invited again, listed, and sent away', async () => {
    expect((await staff('add', 'Mara@shop.example', '--group', 'marketing')).said).toBe(
      'mara@shop.example invited, with what marketing may do.\n',
    )
    expect((await staff('add', 'mara@shop.example', '--group', 'ops')).said).toContain('invited again')
    expect((await staff('list')).said).toBe('mara@shop.example  marketing, ops  (invited)\n')
    expect(await staff('remove', 'mara@shop.example')).toMatchObject({ code: 0 })
    expect(await staff('remove', 'mara@shop.example')).toMatchObject({ code: 1 })
  })

  test.each([
    [['add', 'mara@shop.example'], 'Say what mara@shop.example may do'],
    [
      ['add', 'mara@shop.example', '--group', 'kings'],
      '"kings" is no group. There are marketing, finance, ops, tills.',
    ],
    [['add', 'mara', '--group', 'ops'], '"mara" is no mail address.'],
    [['promote', 'mara@shop.example'], 'Usage:'],
  ])('is not changed by %s', async (args, said) => {
    expect(await staff(...args)).toMatchObject({ code: 2, said: expect.stringContaining(said) })
  })
})

describe('what AWS refuses is told in a sentence, without a trace of where it was found', () => {
  const refused = (name: string, message = name, status = 403): Answers => ({
    GetCallerIdentity: () => {
      throw new AwsError(name, message, status)
    },
  })
  const denied = 'User: arn:aws:iam::1:user/x is not authorized to perform: sts:GetCallerIdentity on resource: *'

  test.each([
    ['expired', refused('ExpiredToken'), 'The credentials for AWS have expired. Sign in'],
    ['unknown', refused('InvalidClientTokenId'), 'AWS does not know these credentials, or the region'],
    ['not believed', refused('SignatureDoesNotMatch'), 'whether this clock is right'],
    [
      'not enough',
      refused('AccessDenied', denied),
      'These credentials may not do sts:GetCallerIdentity. Give them that right',
    ],
    ['used too often', refused('Throttling', 'Rate exceeded', 400), 'AWS is asked too much'],
    ['of an account without it', refused('OptInRequired', 'It needs a subscription.'), 'OptInRequired: It needs a sub'],
    ['asked of an AWS that is not well', refused('InternalFailure', 'x', 500), 'AWS has a fault of its own'],
    ['stopped by a proxy', refused('Unknown', 'Unknown', 502), 'The answer (502) was not from AWS.'],
    ['led to a page of the network', refused('NotFound', 'Unknown', 404), 'The answer (404) was not from AWS.'],
  ])('credentials that are %s', async (_, answers, said) => {
    const ended = await run('deploy', ['--stage', 'dev', '--yes'], {}, answers)
    expect(ended.said).toContain(said)
    expect(ended.said).not.toContain('    at ')
    expect(ended.code).toBe(2)
  })

  test('also that there are no credentials, and that nobody can be reached', async () => {
    const nobody = {
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      AWS_EC2_METADATA_DISABLED: 'true',
      HOME: '/nowhere',
    }
    const without = await run('deploy', ['--stage', 'dev', '--yes'], nobody)
    expect(without).toMatchObject({ code: 2, said: expect.stringContaining('There are no credentials for AWS') })
    const far = await run('deploy', ['--stage', 'dev', '--yes'], { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' })
    expect(far).toMatchObject({ code: 2, said: expect.stringContaining('AWS cannot be reached from here.') })
  })

  test.each([
    ['restore', ['--stage', 'dev', '--to', 'yesterday'], '"yesterday" is no instant.'],
    ['restore', ['--stage', 'dev'], 'Usage: npm run restore'],
    ['destroy', ['--stage', 'dev', '--delete-data'], 'say so twice'],
    ['deploy', [], 'Say which stage of cdk.json.'],
    ['staff', ['--rubbish'], "Unknown option '--rubbish'.\nUsage: npm run staff"],
  ])('%s %s cannot begin', async (command, args, said) => {
    expect(await run(command, args)).toMatchObject({ code: 2, said: expect.stringContaining(said) })
  })

  test.each(['deploy', 'smoke', 'staff', 'destroy', 'restore', 'redrive', 'costs'])(
    '%s says how it is written',
    async (command) => {
      expect((await run(command, ['--help'])).said).toMatch(new RegExp(`^Usage: npm run ${command} `))
    },
  )
})
