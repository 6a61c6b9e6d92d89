import type { Kept } from './kept.ts'

/** What each kind of thing is, and what it costs while nobody uses it (docs/scale.md, "Prices"). */
const KINDS: Readonly<Record<string, { readonly is: string; readonly costs: string }>> = {
  'AWS::DynamoDB::GlobalTable': {
    is: 'the ledger',
    costs: '0.25 dollars a month per GB, and 0.20 for going back in time',
  },
  'AWS::S3::Bucket': { is: 'a bucket', costs: '0.023 dollars a month per GB' },
  'AWS::KMS::Key': { is: 'a key', costs: '1 dollar a month' },
  'AWS::SecretsManager::Secret': { is: 'a secret', costs: '0.40 dollars a month' },
  'AWS::Cognito::UserPool': { is: 'a user pool', costs: 'nothing while nobody signs in' },
  'AWS::Cognito::UserPoolGroup': { is: 'a group of a user pool', costs: 'nothing' },
  'AWS::Backup::BackupVault': { is: 'backups', costs: '0.10 dollars a month per GB' },
}

/** One line of a thing that stays: what it is called, what it is, what it costs. */
export function keptLine({ type, id }: Kept): string {
  const { is, costs } = KINDS[type] ?? { is: type, costs: 'what AWS asks for it' }
  return `  ${is}: ${id} (${costs})`
}
