import { expect, test } from 'vitest'
import { parseArguments } from '#local/import/arguments.ts'

const GOOD = ['orders.csv', '--profile', 'online-retail-lines']

test('times are moved by so many months, or stay as they stand', () => {
  expect(parseArguments([...GOOD, '--months-later', '179']).monthsLater).toBe(179)
  expect(parseArguments(GOOD).monthsLater).toBe(0)
})

test.each(['1.5', '-1', '', 'twelve', '1e2', '1201'])('%j is no number of months', (text) => {
  expect(() => parseArguments([...GOOD, `--months-later=${text}`])).toThrow(
    `--months-later is ${JSON.stringify(text)}. Give a whole number of months`,
  )
})

test.each([[[]], [['orders.csv']], [['one.csv', 'two.csv', '--profile', 'x']], [[...GOOD, '--month-later', '1']]])(
  '%j is answered with how to write it',
  (args) => expect(() => parseArguments(args)).toThrow('npm run import -- FILE.csv --profile PROFILE'),
)
