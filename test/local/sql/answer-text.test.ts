import { expect, test } from 'vitest'
import { answerCsv, answerText } from '#local/sql/answer-text.ts'

const answer = {
  columns: ['perk', 'cost_minor'],
  rows: [
    ['free-delivery', '-341'],
    ['a, "b"', null],
  ],
}

test('an answer is a table with numbers to the right', () => {
  expect(answerText(answer)).toBe(
    ['perk           cost_minor', '-------------  ----------', 'free-delivery        -341', 'a, "b"', '(2 rows)'].join(
      '\n',
    ),
  )
  expect(answerText({ columns: ['perk'], rows: [['lounge']] })).toContain('(1 row)')
})

test('or the same as CSV', () => {
  expect(answerCsv(answer)).toBe('perk,cost_minor\r\nfree-delivery,-341\r\n"a, ""b""",\r\n')
})
