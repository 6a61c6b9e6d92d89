import { beforeEach, expect, test, vi } from 'vitest'
import { connect } from '#ledger/client.ts'
import { restoreTable } from '#local/restore/restore-table.ts'
import { type Answers, AwsError, fakeAws } from './fake-aws.ts'

const TO = Date.UTC(2026, 10, 20, 10)
const RESTORED = 'ledger-1-20261120T100000Z'
const STREAM = `arn:aws:dynamodb:eu-west-2:111122223333:table/${RESTORED}/stream/2026-11-20T12:00:00.000`

/** A table that comes to be as AWS makes it: without a stream, and only after a while. */
function restoring({ isThere = false } = {}) {
  const table: Record<string, unknown> = {}
  let looks = isThere ? 0 : -1
  const answers: Answers = {
    DescribeContinuousBackups: () => ({
      ContinuousBackupsDescription: {
        PointInTimeRecoveryDescription: {
          EarliestRestorableDateTime: Date.UTC(2026, 9, 20) / 1000,
          LatestRestorableDateTime: Date.UTC(2026, 10, 20, 11) / 1000,
        },
      },
    }),
    DescribeTable: () => {
      if (looks < 0) throw new AwsError('ResourceNotFoundException')
      const TableStatus = looks++ === 0 ? 'CREATING' : 'ACTIVE'
      return { Table: { TableName: RESTORED, TableArn: `arn:${RESTORED}`, TableStatus, ...table } }
    },
    RestoreTableToPointInTime: () => {
      looks = 0
    },
    UpdateTable: ({ StreamSpecification, DeletionProtectionEnabled }) => {
      if (StreamSpecification) Object.assign(table, { StreamSpecification, LatestStreamArn: STREAM })
      if (DeletionProtectionEnabled) Object.assign(table, { DeletionProtectionEnabled })
    },
    UpdateContinuousBackups: () => ({}),
    TagResource: () => ({}),
  }
  return { answers, table }
}

beforeEach(() => void vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', undefined))

async function restore(answers: Answers, to = TO) {
  const asked = await fakeAws(answers)
  const lines: string[] = []
  const slept: number[] = []
  const ledger = await restoreTable(
    { stage: 'prod', table: 'ledger-1', to },
    {
      client: connect({ region: 'eu-west-2', maxAttempts: 1 }),
      tell: (line) => lines.push(line),
      sleep: async (ms) => void slept.push(ms),
    },
  )
  const named = (action: string) => asked.filter((one) => one.action === action).map(({ params }) => params)
  return { ledger, slept, named, said: lines.join('\n') }
}

test('the ledger of an instant is made anew, with everything that a restore leaves out', async () => {
  const { answers, table } = restoring()
  const { ledger, slept, named, said } = await restore(answers)
  expect(ledger).toEqual({ tableName: RESTORED, streamArn: STREAM })
  expect(named('RestoreTableToPointInTime')).toEqual([
    { SourceTableName: 'ledger-1', TargetTableName: RESTORED, RestoreDateTime: TO / 1000 },
  ])
  expect(table).toMatchObject({
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    DeletionProtectionEnabled: true,
  })
  expect(named('UpdateContinuousBackups')).toMatchObject([
    { TableName: RESTORED, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
  ])
  expect(named('TagResource')).toMatchObject([{ Tags: [{ Key: 'cleartier:stage', Value: 'prod' }] }])
  expect(slept).toHaveLength(1)
  expect(said).toContain('  creating ...')
})

test('what was interrupted is taken up, not made twice', async () => {
  const { ledger, named } = await restore(restoring({ isThere: true }).answers)
  expect(ledger.streamArn).toBe(STREAM)
  expect(named('RestoreTableToPointInTime')).toEqual([])
})

test('an instant that the table does not go back to is refused with those it does', async () => {
  const said = 'from 2026-10-20T00:00:00.000Z to 2026-11-20T11:00:00.000Z'
  await expect(restore(restoring().answers, Date.UTC(2026, 10, 20, 12))).rejects.toThrow(said)
  await expect(restore(restoring().answers, Date.UTC(2026, 9, 1))).rejects.toThrow(said)
})

test('a table that does not go back at all is told', async () => {
  const answers = { ...restoring().answers, DescribeContinuousBackups: () => ({}) }
  await expect(restore(answers)).rejects.toThrow('cannot go back in time')
})

test('a stream that does not show what items were before is refused, since all would be told as changes of tier', async () => {
  const { answers, table } = restoring({ isThere: true })
  table.StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' }
  await expect(restore(answers)).rejects.toThrow('does not show what items were before')
})
