import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const APP = fileURLToPath(new URL('../../infra/app.ts', import.meta.url))

/** The app as the CDK starts it, with so much in its context. */
function synthesizedWith(context: object) {
  const env = { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context) }
  return spawnSync(process.execPath, [APP], { encoding: 'utf8', env })
}

test('settings that are wrong are told in sentences and nothing else, and nothing is made', () => {
  const { status, stdout, stderr } = synthesizedWith({
    stage: 'prod',
    stages: { prod: { region: 'eu-wset-2', domain: { name: 'loyalty.shop.example' } } },
  })
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr.split('\n')).toEqual([
    'The stage "prod" cannot be made. In cdk.json, or after -c, mend:',
    expect.stringMatching(/^- region: It is "eu-wset-2"\. .*"eu-west-2"/),
    expect.stringMatching(/^- domain\.certificate: A domain of one’s own needs a certificate\./),
    '',
  ])
})
