import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import type { StageSettings } from '../../../infra/stage-settings.ts'
import { synthesizedBy } from '../../setup/synthesized-by.ts'
import { templates } from './assembly.ts'

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cleartier-synthesis-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

/** Every finding of cdk-nag and the CDK itself that nobody has acknowledged: a rule, and where it is broken. */
async function findingsIn(folder: string): Promise<readonly string[]> {
  const report = await readFile(join(folder, 'validation-report.json'), 'utf8').catch(() => '{"pluginReports":[]}')
  const { pluginReports } = JSON.parse(report) as { readonly pluginReports: readonly PluginReport[] }
  return pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    ),
  )
}

interface PluginReport {
  readonly violations: readonly {
    readonly ruleName: string
    readonly violatingConstructs: readonly { readonly constructPath: string }[]
  }[]
}

test('made twice, in another folder, the stacks are the same, and so is every file of theirs', async () => {
  const folder = join(await freshFolder(), 'deeper', 'down')
  await mkdir(folder, { recursive: true })
  await synthesizedBy({ stage: 'prod' }, folder)
  expect(templates(folder).map(({ stack, text }) => [stack, text])).toEqual(
    templates().map(({ stack, text }) => [stack, text]),
  )
  const assets = async (assembly: string) => (await readdir(assembly)).filter((name) => name.startsWith('asset.'))
  expect((await assets(folder)).toSorted()).toEqual((await assets(inject('assembly'))).toSorted())
})

const domain = {
  name: 'loyalty.shop.example',
  certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/1b2c3d4e',
  hostedZone: 'Z0123456789ABC',
}
const provider = { issuer: 'https://id.shop.example', clientId: 'portal', secretName: 'portal-at-our-provider' }
const ledger = {
  tableName: 'restored',
  streamArn: 'arn:aws:dynamodb:eu-west-2:123456789012:table/restored/stream/2026-03-10T00:00:00.000',
}
const mail = { alarmMail: 'ops@shop.example', monthlyBudgetUsd: 200 }
const VARIANTS: readonly (readonly [name: string, said: Partial<StageSettings>])[] = [
  ['As it comes', { stage: 'dev' }],
  ['With a ledger that was restored', { stage: 'prod', domain, ledger }],
  ['With all that it may have', { stage: 'prod', domain, provider, ...mail, warmPortals: 2 }],
  ['With as little as can be', { stage: 'dev', hasFirewall: false }],
]

test('for production, nothing is found that is not acknowledged with its reason', async () => {
  expect(await findingsIn(inject('assembly'))).toEqual([])
})

test.each(VARIANTS)(
  '%s, a stage leaves nothing to be found that is not acknowledged with its reason',
  async (_, said) => {
    const folder = await freshFolder()
    const { said: output } = await synthesizedBy({ ...said, 'aws:cdk:bundling-stacks': [] }, folder)
    expect(await readdir(folder), output).toContain('manifest.json')
    expect(await findingsIn(folder)).toEqual([])
    expect(output).not.toMatch(/WARNING|ERROR|\[Warning|\[Error/)
  },
)

test('a finding would be seen', async () => {
  const folder = await freshFolder()
  const report = {
    pluginReports: [{ violations: [{ ruleName: 'S1', violatingConstructs: [{ constructPath: 'a/b' }] }] }],
  }
  await writeFile(join(folder, 'validation-report.json'), JSON.stringify(report))
  expect(await findingsIn(folder)).toEqual(['S1 at a/b'])
})
