import { expect, test } from 'vitest'
import { freshStudio } from './fresh-studio.ts'

test.each([
  ['studio', { subject: 'studio', mayWrite: true, mayApprove: false }],
  ['approver', { subject: 'approver', mayWrite: false, mayApprove: true }],
  ['finance', { subject: 'finance', mayWrite: false, mayApprove: false }],
])('%s is told what they may do, before they try', async (role, body) => {
  const { ask } = await freshStudio()
  expect(await ask(role, 'GET /rights')).toMatchObject({ status: 200, body })
})
