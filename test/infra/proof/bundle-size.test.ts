import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Entry, packedFolder } from '../../lambda/packed-folder.ts'
import { bundleSize } from '../bundle-size.ts'

/**
 * What each function may load before its first answer, in kilobytes. The portal's is what it was promised to take; the others'
 * are a little above what they take, so that more is noticed.
 */
const MOST_AT_START_KB: Readonly<Record<Entry, number>> = {
  portal: 130,
  intake: 150,
  desk: 150,
  studio: 190,
  finance: 187,
  publisher: 158,
  analytics: 158,
  herald: 104,
  'herald/month-lambda': 106,
}

const rooms = join(import.meta.dirname, '../../../functions')
const entries = readdirSync(rooms).flatMap((room) =>
  readdirSync(join(rooms, room))
    .filter((file) => /^(\w+-)?lambda\.ts$/.test(file))
    .map((file) => (file === 'lambda.ts' ? room : `${room}/${file.replace('.ts', '')}`)),
)

test('every function has a budget for what it loads at start', () => {
  expect(entries.toSorted()).toEqual(Object.keys(MOST_AT_START_KB).toSorted())
})

test.each(Object.entries(MOST_AT_START_KB) as [Entry, number][])(
  '%s starts with at most %d kB',
  async (entry, mostKb) => {
    expect((await bundleSize(packedFolder(entry))).startKb).toBeLessThanOrEqual(mostKb)
  },
)

test('maps name sources from the root, wherever they were packed', () => {
  const { sources } = JSON.parse(readFileSync(join(packedFolder('portal'), 'index.mjs.map'), 'utf8'))
  expect(sources).toContain('../functions/portal/lambda.ts')
})
