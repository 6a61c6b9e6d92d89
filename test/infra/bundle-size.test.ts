import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bundleRoom } from '../../infra/room-code.ts'
import { bundleSize } from './bundle-size.ts'

/** What each function may load before its first answer, in kilobytes: members wait for the portal, tills for the desk. */
const MOST_AT_START_KB: Readonly<Record<string, number>> = {
  'portal/lambda': 130,
  'intake/lambda': 155,
  'desk/lambda': 154,
  'studio/lambda': 198,
  'finance/lambda': 195,
  'publisher/lambda': 156,
  'analytics/lambda': 162,
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
  const { startKb, allKb } = await bundleSize(folder, bundleRoom(room, entry, folder))
  expect(startKb).toBeLessThanOrEqual(mostKb)
  expect(allKb).toBeGreaterThanOrEqual(startKb)
})

test('equal sources give equal files, whichever folder they are put into', async () => {
  const [one, other] = [await temporary(), await temporary()]
  const [first, second] = [bundleRoom('desk', 'lambda', one), bundleRoom('desk', 'lambda', join(other, 'deep'))]
  expect(first).toEqual(second)
  expect(readdirSync(one)).toEqual(readdirSync(join(other, 'deep')))
  expect(existsSync(join(one, 'index.mjs.map'))).toBe(true)
})

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cleartier-bundle-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}
