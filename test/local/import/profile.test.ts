import { expect, test } from 'vitest'
import { findProfile, profileNames } from '#local/import/find-profile.ts'
import { columnsOf, parseProfile } from '#local/import/profile.ts'

const GOOD = `
about: A shop's orders.
source: shop-1
id: Order
subject: { column: Customer }
time: { column: Day, format: YYYY-MM-DD, zone: Europe/London }
currency: GBP
amount: { column: Total }
rows: [{ as: purchase }]
`

test('the profiles that come with Cleartier can be used', () => {
  expect(profileNames()).toEqual(['online-retail-invoices', 'online-retail-lines'])
  for (const name of profileNames()) expect(columnsOf(findProfile(name))).toContain('CustomerID')
})

test('a profile of one own needs only what cannot be guessed', () => {
  expect(parseProfile(GOOD, 'mine')).toMatchObject({ delimiter: ',', encoding: 'utf-8', event: 'row' })
})

test('the columns of an address are columns of the file', () => {
  const profile = parseProfile(`${GOOD}enrol: { email: "{Customer}.{Branch}@customers.example" }`, 'mine')
  expect(columnsOf(profile)).toContain('Branch')
})

test.each([
  ['a misspelt field', 'amount:', 'amuont:', 'amuont'],
  ['a zone that is none', 'Europe/London', 'London', 'time.zone: is not an IANA time zone'],
  ['a currency that is none', 'GBP', 'GPB', 'currency: is not a currency of ISO 4217'],
  ['a time format without a year', 'YYYY-MM-DD', 'MM-DD', 'time.format: The time format "MM-DD" has no year'],
  [
    'a rule that decides nothing',
    '{ as: purchase }',
    '{ when: { Total: { is: x } } }',
    'rows.0: says either as or skip',
  ],
  [
    'a reason that is not explained',
    '{ as: purchase }',
    '{ skip: test-order }',
    '"test-order" is not among the reasons',
  ],
  [
    'an amount of two kinds',
    '{ column: Total }',
    '{ column: A, product: [B, C] }',
    'amount: says either column or product',
  ],
  [
    'a condition of two kinds',
    '{ as: p',
    '{ when: { A: { is: x, below: 0 } }, as: p',
    'rows.0.when.A: says exactly one',
  ],
  [
    'an address that all customers would share',
    'rows:',
    'enrol: { email: shop@customers.example }\nrows:',
    'enrol.email: is a column in braces',
  ],
  [
    'an address with two @',
    'rows:',
    'enrol: { email: "{Customer}@shop@customers.example" }\nrows:',
    'enrol.email: is a column in braces',
  ],
  [
    'a brace left over',
    'rows:',
    'enrol: { email: "{Customer@customers.example" }\nrows:',
    'enrol.email: is a column in braces',
  ],
  ['broken YAML', '[{ as', '[{{ as', 'is not YAML'],
])('%s is named', (_, good, bad, message) => {
  expect(() => parseProfile(GOOD.replace(good, bad), 'mine')).toThrow(message)
})

test('an unknown profile is answered with those there are', () => {
  expect(() => findProfile('online-retial')).toThrow(
    'There is no profile "online-retial". There are online-retail-invoices and online-retail-lines',
  )
  expect(() => findProfile('/nowhere/mine.yaml')).toThrow('cannot be read (ENOENT)')
})
