import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '#ledger/client.ts'
import { keyOf, memberPk } from '#ledger/keys.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { createTable } from '#ledger/table.ts'
import { demoEditions } from '#local/demo-program.ts'
import { startDatabase } from '#local/dynoxide.ts'
import { LOCAL_TABLE } from '#local/local-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'cleartier-rebuild-'))
const dataDir = join(folder, 'data')

/** A data folder with one member, of whom one month is off. */
beforeAll(async () => {
  const database = await startDatabase({ dataDir })
  const client = connect({ endpoint: database.endpoint })
  await createTable(client, LOCAL_TABLE)
  const now = Date.UTC(2026, 5, 15)
  const ledger = openLedger({ client, table: LOCAL_TABLE, now: () => now })
  for (const edition of await demoEditions()) await ledger.publish(edition)
  const purchase = {
    type: 'purchase',
    source: 'shop',
    id: 'a',
    subject: 'm-1',
    time: now,
    amountMinor: 100,
    units: 1,
  } as const
  await ledger.record([purchase])
  await client.send(
    new UpdateItemCommand({
      TableName: LOCAL_TABLE,
      Key: { ...keyOf(memberPk('m-1')) },
      UpdateExpression: 'ADD IT :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    }),
  )
  client.destroy()
  await database.stop()
})

afterAll(() => rmSync(folder, { recursive: true }))

interface Ended {
  readonly code: number
  readonly said: string
}

function rebuild(env: Record<string, string>, ...given: string[]): Promise<Ended> {
  const command = join(import.meta.dirname, '..', '..', 'functions', 'local', 'rebuild.ts')
  const options = { env: { ...process.env, DYNAMODB_ENDPOINT: '', ...env } }
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...given], options, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}`.trim() })
    })
  })
}

test('a difference is shown and fails the command, --repair puts it right, and then there is none', async () => {
  const found = await rebuild({ DATA_DIR: dataDir })
  expect(found.said).toContain(
    'm-1: purchases of 2026-06: stored is 100 in 1 orders with 2 units, the entries make 100 in 1 orders with 1 units',
  )
  expect(found.said).toContain('1 member, 1 entry, 1 difference. "npm run rebuild -- --repair" puts that right.')
  expect(found.code).toBe(1)
  const repaired = await rebuild({ DATA_DIR: dataDir }, '--repair')
  expect(repaired).toMatchObject({ code: 0, said: expect.stringContaining('1 of 1 differences put right.') })
  expect(await rebuild({ DATA_DIR: dataDir })).toEqual({ code: 0, said: '1 member, 1 entry, no differences' })
}, 30_000)

test('a folder without a ledger, and an option that there is not, are told', async () => {
  const nowhere = await rebuild({ DATA_DIR: join(folder, 'nowhere') })
  expect(nowhere.said).toContain(`There is no ledger in ${join(folder, 'nowhere')}.`)
  expect(nowhere.code).toBe(1)
  expect(await rebuild({}, '--repiar')).toMatchObject({
    code: 1,
    said: expect.stringContaining('Usage: npm run rebuild'),
  })
}, 30_000)
