import { Stack } from 'aws-cdk-lib'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { HISTORY, ORDERS, PERIOD } from './data.ts'

/** The kinds of items in the ledger, by how their partition keys begin (`functions/ledger/keys.ts`). */
const KINDS = {
  entry: 'entry:*',
  redemption: 'redemption:*',
  reversal: 'reversal:*',
  orderUses: 'order:*',
  costTotals: 'costs:*',
  member: 'member:*',
  address: 'email:*',
  card: 'card:*',
  refusals: 'refusals*',
  editions: 'editions',
  editionsHead: 'editions-head',
  editionCosts: 'costs',
  drafts: 'drafts',
  studioLog: 'studio-log',
  actualCost: 'actual:*',
  trueUp: 'true-up:*',
  closings: 'closings',
  lastClosed: 'last-closed',
  costSheet: 'cost-sheet',
  impacts: 'impacts*',
}

export type LedgerKind = keyof typeof KINDS

/** Entries that nothing is ever added to: a refund marks its purchase, and a match what was charged, but no use changes. */
const FINAL: readonly LedgerKind[] = ['redemption', 'reversal', 'trueUp']

/** What the database asks of its key in the name of whoever reads, and of whoever writes. */
const READS_BY_KEY = ['Decrypt', 'DescribeKey']
const WRITES_BY_KEY = ['Encrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext']

/** Reading item by item and by index, never by scanning. */
export function mayRead(reader: LambdaFunction, table: ITableV2): void {
  reader.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
      resources: [table.tableArn, `${table.tableArn}/index/${HISTORY}`],
    }),
  )
  mayUseKey(reader, table, READS_BY_KEY)
}

/** Going through the books, and through the whole table, as finance does for what does not add up. */
export function mayReadAll(reader: LambdaFunction, table: ITableV2): void {
  const indexes = [PERIOD, ORDERS].map((index) => `${table.tableArn}/index/${index}`)
  reader.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources: indexes }))
  mayScan(reader, table)
}

/** Going through the whole table. */
export function mayScan(reader: LambdaFunction, table: ITableV2): void {
  reader.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Scan'], resources: [table.tableArn] }))
}

/**
 * Reading, and adding items of some kinds. Entries are append-only, so none of them is deleted, and only what is named here can
 * be written: whoever takes purchases in cannot publish an edition. A transaction needs no right of its own beyond these.
 */
export function mayWrite(writer: LambdaFunction, table: ITableV2, kinds: readonly LedgerKind[]): void {
  mayRead(writer, table)
  mayUseKey(writer, table, WRITES_BY_KEY)
  addKinds(writer, table, ['PutItem', 'ConditionCheckItem'], kinds)
  const changing = kinds.filter((kind) => !FINAL.includes(kind))
  addKinds(writer, table, ['UpdateItem'], changing)
}

/** Reading some kinds, and nothing else: nothing of any member. */
export function mayOnly(
  reader: LambdaFunction,
  table: ITableV2,
  kinds: { readonly read: readonly LedgerKind[] },
): void {
  addKinds(reader, table, ['GetItem', 'Query'], kinds.read)
  mayUseKey(reader, table, READS_BY_KEY)
}

/** Following what is written, in the order in which it is. */
export function mayFollow(reader: LambdaFunction, table: ITableV2): void {
  reader.addToRolePolicy(
    new PolicyStatement({
      actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((name) => `dynamodb:${name}`),
      resources: [table.tableStreamArn ?? ''],
    }),
  )
}

/** Having the database use its key for the function, and nothing else: not from anywhere but the database. */
function mayUseKey(user: LambdaFunction, table: ITableV2, actions: readonly string[]): void {
  const { encryptionKey } = table
  if (!encryptionKey) return
  user.addToRolePolicy(
    new PolicyStatement({
      actions: actions.map((action) => `kms:${action}`),
      resources: [encryptionKey.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(user).region}.amazonaws.com` } },
    }),
  )
}

function addKinds(to: LambdaFunction, table: ITableV2, actions: readonly string[], kinds: readonly LedgerKind[]): void {
  to.addToRolePolicy(
    new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': kinds.map((kind) => KINDS[kind]) } },
    }),
  )
}

/**
 * Matching what suppliers charge to uses: finding the uses of an order, adding the charge, its true-up and the total, and
 * proving that a use has not been taken back.
 */
export function mayMatchCharges(matcher: LambdaFunction, table: ITableV2): void {
  const orders = `${table.tableArn}/index/${ORDERS}`
  matcher.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources: [orders] }))
  addKinds(matcher, table, ['ConditionCheckItem'], ['reversal'])
}

/**
 * Erasing a person, the one reason to change entries or to delete anything: their name goes from whatever bears it, and their
 * item, address, card, counts by order and what was refused of theirs are taken away. No entry can be deleted.
 */
export function mayErase(eraser: LambdaFunction, table: ITableV2): void {
  addKinds(eraser, table, ['UpdateItem'], FINAL)
  addKinds(eraser, table, ['PutItem', 'UpdateItem'], ['orderUses'])
  addKinds(eraser, table, ['DeleteItem'], ['member', 'address', 'card', 'orderUses', 'refusals'])
}
