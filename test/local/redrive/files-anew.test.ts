import { expect, test, vi } from 'vitest'
import { stageThere } from '#local/aws/stage-there.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { filesAnew } from '#local/redrive/files-anew.ts'
import { formatMonth, parseMonth } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'
import { purchase } from '../../ledger/events.ts'
import { fakeAws } from '../aws/fake-aws.ts'
import { OUTPUTS, stacks } from '../aws/told-stack.ts'
import { streamedLedger } from './streamed-ledger.ts'

test('a month whose records the stream has no more is put into one file, from the ledger itself', async () => {
  const { ledger, endpoint, table } = await streamedLedger()
  await publishDemoProgram(ledger)
  const month = monthOf(Date.now(), 'Europe/London')
  await ledger.record([purchase('a', { time: Date.now() - 1_000 })])
  const text = formatMonth(month)
  const asked = await fakeAws({
    DescribeStacks: stacks(['Cleartier-prod'], { ...OUTPUTS, TableName: table }),
    GetFunctionConfiguration: () => ({ Environment: { Variables: { PSEUDONYM_KEY: 'p'.repeat(43) } } }),
    [`PUT /entries/entries/period=${text}/whole.parquet`]: () => ({}),
  })
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', endpoint)
  const there = await stageThere('prod')
  expect(await filesAnew(there, month)).toBe(`s3://entries/entries/period=${text}/whole.parquet`)
  const put = asked.find(({ action }) => action.startsWith('PUT /entries/'))
  expect(put?.params.text).toMatch(/^PAR1.*PAR1$/s)
  await expect(filesAnew(there, parseMonth('2019-01'))).rejects.toThrow('Nothing was booked in 2019-01')
})
