import { expect, test } from 'vitest'
import { printedWelcome } from '#local/printed-welcome.ts'

const origin = 'http://localhost:4321'

test('the demo house lists who can come in, the demo members first', () => {
  const welcome = printedWelcome({ origin, hasDemoMembers: true }, null)
  expect(welcome).toMatch(/^Cleartier is ready at http:\/\/localhost:4321\n/)
  expect(welcome).toContain('anna@fairweather.example')
  expect(welcome).toContain('http://localhost:4321/demo-shop')
  expect(welcome).not.toContain('customers.example')
})

test('a house of imported customers says so, how they sign in, and lists the shop’s people only', () => {
  const welcome = printedWelcome({ origin, hasDemoMembers: false }, '/srv/data')
  expect(welcome).toContain('The members are those of /srv/data')
  expect(welcome).toContain('17850@customers.example  demo')
  expect(welcome).toContain('mara@fairweather.example')
  expect(welcome).not.toContain('anna@')
})
