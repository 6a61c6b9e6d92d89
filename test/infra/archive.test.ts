import { expect, test } from 'vitest'
import { resourcesOf, synthesized } from './template.ts'

const template = synthesized()

test('closed months stay: versioned, locked for ten years, signed by a key that stays too', () => {
  const archive = resourcesOf(template, 'AWS::S3::Bucket').find(({ id }) => id.includes('Archive'))
  expect(archive).toMatchObject({
    DeletionPolicy: 'Retain',
    Properties: {
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: 3653, Mode: 'GOVERNANCE' } } },
    },
  })
  expect(resourcesOf(template, 'AWS::KMS::Key').filter(({ id }) => id.startsWith('Archive'))).toMatchObject([
    { DeletionPolicy: 'Retain', Properties: { KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' } },
  ])
  const rights = resourcesOf(template, 'AWS::IAM::Policy').flatMap(
    ({ Properties }) => (Properties.PolicyDocument as { Statement: object[] }).Statement,
  )
  expect(JSON.stringify(rights).match(/kms:Sign/g)).toHaveLength(1)
  const ofArchive = rights.map((statement) => JSON.stringify(statement)).filter((text) => text.includes('Archive'))
  expect(ofArchive.length).toBeGreaterThan(0)
  for (const text of ofArchive) expect(text).not.toMatch(/s3:(?:\*|Delete|PutObjectRetention|Bypass)/)
})
