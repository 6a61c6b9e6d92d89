import { afterEach, expect, test, vi } from 'vitest'
import { publishDemoProgram } from '#local/demo-program.ts'
import { freshLedger } from '../ledger/fresh-ledger.ts'
import { bundled } from './bundled.ts'
import { lambdaContext } from './gateway-event.ts'
import { stubSettings } from './stub-settings.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test('the keeper of files does not start without its settings, and names all that are missing', async () => {
  stubSettings({ TABLE_NAME: '', ENTRIES_BUCKET: '' })
  await expect(bundled('analytics')).rejects.toThrow(
    /^The function cannot start\. Set TABLE_NAME, ENTRIES_BUCKET in its environment\.$/,
  )
})

test('the keeper of files keeps nothing, and fails at nothing, where the stream brings no entries', async () => {
  const { ledger, table } = await freshLedger()
  await publishDemoProgram(ledger)
  stubSettings({ TABLE_NAME: table, ENTRIES_BUCKET: 'entries' })
  const handler = await bundled('analytics')
  const record = { eventID: 'e-1', dynamodb: { SequenceNumber: '1', NewImage: { pk: { S: 'member:m-1' } } } }
  expect(await handler({ Records: [record] }, lambdaContext)).toEqual({ batchItemFailures: [] })
})
