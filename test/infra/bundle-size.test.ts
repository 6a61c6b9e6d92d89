import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bundleRoom } from '../../infra/room-code.ts'
import { bundleSize } from './bundle-size.ts'

/**
 * What each function may load before its first answer, in kilobytes. The portal's is what it was promised to take; the others'
 * are a little above what they take, so that more is noticed.
 */
const MOST_AT_START_KB: Readonly<Record<string, number>> = {
  'portal/lambda': 130,
  'intake/lambda': 150,
  'desk/lambda': 150,
  'studio/lambda': 190,
  'finance/lambda': 187,
  'publisher/lambda': 158,
  'analytics/lambda': 158,
  'herald/lambda': 104,
  'herald/month-lambda': 104,
}

const rooms = join(import.meta.dirname, '../../functions')
const entries = readdirSync(rooms).flatMap((room) =>
  readdirSync(join(rooms, room))
    .filter((file) => /^(\w+-)?lambda\.ts$/.test(file))
    .map((file) => `${room}/${file.replace('.ts', '')}`),
)

test('every function has a budget for what it loads at start', () => {
  expect(entries.toSorted()).toEqual(Object.keys(MOST_AT_START_KB).toSorted())
})

test.each(Object.entries(MOST_AT_START_KB))('%s starts with at most %d kB', async (name, mostKb) => {
  const folder = await temporary()
  const [room = '', entry = ''] = name.split('/')
  bundleRoom(room, entry, folder)
  expect((await bundleSize(folder)).startKb).toBeLessThanOrEqual(mostKb)
})

test('equal sources give equal files, whichever folder they are put into', async () => {
  const [one, other] = [await temporary(), await temporary()]
  const deep = join(other, 'deep')
  for (const folder of [one, deep]) bundleRoom('portal', 'lambda', folder)
  expect(contentsOf(one)).toEqual(contentsOf(deep))
  expect(contentsOf(one)).toHaveProperty('index.mjs.map', expect.stringContaining('"../functions/portal/lambda.ts"'))
})

const contentsOf = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cleartier-bundle-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}
