import { expect, test } from 'vitest'
import { isAllowed, type Statement } from './policy.ts'

const TABLE = 'arn:aws:dynamodb:eu-west-2:123456789012:table/ledger'
const put = (...leading: readonly string[]) => ({
  ...{ action: 'dynamodb:PutItem', resource: TABLE },
  about: { 'dynamodb:LeadingKeys': leading },
})
const writes = (...keys: readonly string[]): Statement => ({
  ...{ Effect: 'Allow', Action: ['dynamodb:PutItem', 'dynamodb:GetItem'], Resource: TABLE },
  Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } },
})

test('nothing is allowed that no statement allows', () => {
  expect(isAllowed([], put('member:m-1'))).toBe(false)
  expect(isAllowed([writes('member:*')], { ...put('member:m-1'), action: 'dynamodb:DeleteItem' })).toBe(false)
  expect(isAllowed([writes('member:*')], { ...put('member:m-1'), resource: `${TABLE}/index/history` })).toBe(false)
})

test('every leading key has to be one of those that a statement names', () => {
  expect(isAllowed([writes('member:*', 'costs')], put('member:m-1', 'costs'))).toBe(true)
  expect(isAllowed([writes('member:*', 'costs')], put('member:m-1', 'costs:2'))).toBe(false)
})

test('a statement that denies wins', () => {
  const denies: Statement = { Effect: 'Deny', Action: '*', Resource: '*' }
  expect(isAllowed([writes('member:*'), denies], put('member:m-1'))).toBe(false)
})

test('a condition on what a request does not say is not met, unless it is about all that it says', () => {
  const listing = { action: 's3:ListBucket', resource: 'arn:aws:s3:::pages' }
  const lists: Statement = {
    ...{ Effect: 'Allow', Action: 's3:List*', Resource: 'arn:aws:s3:::pages' },
    Condition: { StringLike: { 's3:prefix': 'pictures/*' } },
  }
  expect(isAllowed([lists], listing)).toBe(false)
  expect(isAllowed([lists], { ...listing, about: { 's3:prefix': ['pictures/a'] } })).toBe(true)
  expect(isAllowed([lists], { ...listing, about: { 's3:prefix': ['sites/a'] } })).toBe(false)
})

test('what characters mean in patterns of other kinds they do not mean here', () => {
  const lists: Statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::pages/a.b?/*' }
  const get = (key: string) => ({ action: 'S3:getobject', resource: `arn:aws:s3:::pages/${key}` })
  expect(isAllowed([lists], get('a.bc/d/e'))).toBe(true)
  expect(isAllowed([lists], get('axbc/d/e'))).toBe(false)
})

test('a condition that it does not know is not taken for met', () => {
  const odd: Statement = { ...writes('*'), Condition: { NumericLessThan: { 's3:max-keys': '10' } } }
  expect(() => isAllowed([odd], { ...put('a'), about: { 's3:max-keys': ['5'] } })).toThrow('NumericLessThan')
})
