import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '#ledger/client.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { openBooks } from '#ledger/open-books.ts'
import { openLedger } from '#ledger/open-ledger.ts'
import { openPress } from '#ledger/open-press.ts'
import { openFolderArchive } from '#ledger/seal/folder-archive.ts'
import { startDatabase } from '#local/dynoxide.ts'
import { type FrontDoor, frontDoor } from '#local/front-door.ts'
import { type Furnished, furnish } from '#local/furnish.ts'
import { LOCAL_TABLE } from '#local/local-table.ts'
import { pastOf } from '#local/past-of.ts'
import { secretsFor } from '#local/secrets.ts'
import { wiring } from '#local/wiring.ts'
import { openFolderStore } from '#publisher/folder-store.ts'
import { keptPictures } from '../studio/kept-pictures.ts'
import { STILL_PAGES } from '../studio/still-pages.ts'
import { visitor } from './visitor.ts'

const NOW = Date.UTC(2024, 5, 15)
const folder = mkdtempSync(join(tmpdir(), 'cleartier-imported-'))
const dataDir = join(folder, 'data')
const toStop: (() => unknown)[] = []
let ledger: Ledger
let furnished: Furnished
let door: FrontDoor

/** A data folder filled by the import command, and the house that is started on it. */
beforeAll(async () => {
  const orders = join(folder, 'orders.csv')
  const columns = 'InvoiceNo,InvoiceDate,CustomerID,Quantity,UnitPrice'
  writeFileSync(orders, `${columns}\n1,4/3/2023 9:00,17850,100,2\n2,5/3/2023 9:00,17850,1,699.99\n`)
  const command = join(import.meta.dirname, '..', '..', 'functions', 'local', 'import.ts')
  const asked = [orders, '--profile', 'online-retail-invoices', '--months-later', '12']
  const env = { ...process.env, DYNAMODB_ENDPOINT: '', DATA_DIR: dataDir }
  execFileSync(process.execPath, [command, ...asked], { env })
  const database = await startDatabase({ dataDir })
  const client = connect({ endpoint: database.endpoint })
  toStop.push(database.stop, () => client.destroy())
  ledger = openLedger({ client, table: LOCAL_TABLE, now: () => NOW })
  const secrets = await secretsFor(dataDir)
  furnished = await furnish({
    ...{ ledger, ...pastOf({ client, table: LOCAL_TABLE }), dataDir, emailKey: secrets.emailKey },
    ...{ now: () => NOW, tell: () => {} },
  })
  door = await frontDoor(0)
  toStop.push(door.close)
  const pages = openFolderStore(join(folder, 'pages'))
  const { hasDemoMembers } = furnished
  const press = openPress({ client, table: LOCAL_TABLE, now: () => NOW })
  const books = openBooks({ client, table: LOCAL_TABLE, now: () => NOW })
  const archive = openFolderArchive(join(folder, 'closings'))
  const [publicPages, pictures] = [STILL_PAGES, keptPictures()]
  const given = {
    origin: door.origin,
    ledger,
    books,
    press,
    archive,
    pages,
    publicPages,
    pictures,
    secrets,
    hasDemoMembers,
  }
  door.open(wiring({ ...given, now: () => NOW, report: console.error }))
}, 60_000)

afterAll(async () => {
  for (const stop of toStop.reverse()) await stop()
  rmSync(folder, { recursive: true })
})

test('from a file of orders to a customer who signs in and is Silver, a penny short of Gold', async () => {
  const customer = visitor(door.origin)
  await customer.signIn('17850@customers.example', 'demo')
  const standing = await (await customer.open('/api/v1/me/standing')).json()
  expect(standing).toMatchObject({ member: '17850', tier: { id: 'silver', since: '2024-04' } })
  expect(standing).toMatchObject({ progress: [{ tier: 'gold', rows: [{ measures: [{ left: '0.01' }] }, {}, {}] }, {}] })
})

test('the demo members are not told in a house that was filled by an import', async () => {
  expect(furnished.hasDemoMembers).toBe(false)
  expect(await ledger.member('m-1001')).toBeUndefined()
})

test.each([
  ['17850@customers.example', 'demo-17850', 'with another password'],
  ['17851@customers.example', 'demo', 'whom nobody imported'],
  ['17850@customers.example.test', 'demo', 'of another domain'],
  ['anna@fairweather.example', 'demo-anna', 'who is of the demo'],
])('%s with %s, %s, does not get in and is not made a member', async (email, password) => {
  const stranger = visitor(door.origin)
  const answer = await stranger.signIn(email, password)
  expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('do not belong together')])
  expect((await stranger.open('/api/v1/me/standing')).status).toBe(401)
})

test('the form tells how customers sign in, and has buttons for the shop’s people only', async () => {
  const form = await (await visitor(door.origin).open('/auth/login')).text()
  expect(form).toContain('imported with an address at customers.example')
  expect(form).toContain('Sign in as Mara Quinn')
  expect(form).not.toContain('Anna')
})
