import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { connect } from '#ledger/client.ts'
import { createTable } from '#ledger/table.ts'
import { DatabaseError, startDatabase } from '#local/dynoxide.ts'

const folders: string[] = []

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'cleartier-data-'))
  folders.push(made)
  return made
}

afterEach(() => {
  vi.unstubAllEnvs()
  for (const made of folders.splice(0)) rmSync(made, { recursive: true })
})

/** Creates the table in the database of a folder; false when it is there already. */
async function tableIn(dataDir: string): Promise<boolean> {
  const database = await startDatabase({ dataDir })
  const client = connect({ endpoint: database.endpoint })
  try {
    return await createTable(client, 'ledger')
  } finally {
    client.destroy()
    await database.stop()
  }
}

test('what is in a data folder is there again at the next start', async () => {
  const dataDir = join(folder(), 'new', 'data')
  expect(await tableIn(dataDir)).toBe(true)
  expect(await tableIn(dataDir)).toBe(false)
})

test('a database that was stopped answers no more', async () => {
  const database = await startDatabase()
  await database.stop()
  await database.stop()
  await expect(fetch(database.endpoint)).rejects.toThrow()
})

test.each(['3', 'abc', ''])(
  'a data folder of version "%s" is refused, and nothing in it is touched',
  async (version) => {
    const dataDir = folder()
    writeFileSync(join(dataDir, 'version'), version)
    const refused = startDatabase({ dataDir })
    await expect(refused).rejects.toThrow(DatabaseError)
    await expect(refused).rejects.toThrow('Nothing was changed. Update Cleartier, or name another folder in DATA_DIR.')
    expect(readdirSync(dataDir)).toEqual(['version'])
  },
)

test('a data folder of the earlier layout is refused with what to do, and nothing in it is touched', async () => {
  const dataDir = folder()
  writeFileSync(join(dataDir, 'version'), '1\n')
  const refused = startDatabase({ dataDir })
  await expect(refused).rejects.toThrow(DatabaseError)
  await expect(refused).rejects.toThrow('was written by an older Cleartier')
  await expect(refused).rejects.toThrow('Name another folder in DATA_DIR')
  expect(readdirSync(dataDir)).toEqual(['version'])
})

test('a data folder that is a file is refused with the name of the folder', async () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  await expect(startDatabase({ dataDir: file })).rejects.toThrow(`The data folder ${file} cannot be written to`)
})

test.each(['http://127.0.0.1:1', 'nonsense'])('an endpoint where nothing answers is named: %s', async (endpoint) => {
  vi.stubEnv('DYNAMODB_ENDPOINT', endpoint)
  await expect(startDatabase()).rejects.toThrow(`No database answers at ${endpoint}, which DYNAMODB_ENDPOINT names.`)
})
