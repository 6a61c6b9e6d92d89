import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openLedger } from '#ledger/open-ledger.ts'
import { publishDemoProgram } from '#local/demo-program.ts'
import { bundleParts, bundleRoom } from '../../infra/room-code.ts'
import { bundleSize } from '../infra/bundle-size.ts'
import { type Bed, onBed } from './bed.ts'
import type { Bench, Figure } from './figure.ts'
import { type FirstEvents, firstEvents } from './first-events.ts'
import { mediansInTurn } from './interleaved.ts'

const ROUNDS = 25
const MEMBER = 'm-1001'
const CHILD = join(import.meta.dirname, 'first-answer.mjs')

type Room = keyof FirstEvents['events']

/** What it may take, where somebody waits who has not asked for it: times a bare Hono, and kilobytes. */
const MOST: Partial<Record<Room, { readonly ratio: number; readonly startKb: number }>> = {
  portal: { ratio: 2, startKb: 130 },
}

/**
 * From the start of Node to the first answer, of every audience's bundle beside one that holds Hono alone. The first and the
 * last day of a month (UTC) take longer by a fifth of a bare start, because months are then told apart by Intl.
 */
async function startFigures({ client, table }: Bed): Promise<readonly Figure[]> {
  const ledger = openLedger({ client, table, now: Date.now })
  await publishDemoProgram(ledger)
  await ledger.record([
    { type: 'purchase', source: 'shop', id: 'o-1', subject: MEMBER, time: Date.now(), amountMinor: 5_990, units: 3 },
  ])
  const endpoint = await client.config.endpoint?.()
  const AWS_ENDPOINT_URL_DYNAMODB = `http://${endpoint?.hostname}:${endpoint?.port}`
  const asked = await firstEvents(MEMBER, { TABLE_NAME: table, AWS_ENDPOINT_URL_DYNAMODB })
  const folder = await mkdtemp(join(tmpdir(), 'cleartier-start-'))
  try {
    return await measured(folder, asked)
  } finally {
    asked.stop()
    await rm(folder, { recursive: true })
  }
}

async function measured(folder: string, { events, environment }: FirstEvents): Promise<readonly Figure[]> {
  const rooms = Object.keys(events) as Room[]
  bundleParts('test/bench/bare-hono.ts', join(folder, 'bare'))
  for (const room of rooms) bundleRoom(room, 'lambda', join(folder, room))
  const sizes = await Promise.all(rooms.map((room) => bundleSize(join(folder, room))))
  const start = (bundle: Room | 'bare') => () =>
    firstAnswer(join(folder, bundle), events[bundle === 'bare' ? 'portal' : bundle], environment)
  const ways = Object.fromEntries(rooms.map((room) => [room, start(room)])) as Record<Room, () => Promise<void>>
  const medians = await mediansInTurn(ROUNDS, { bare: start('bare'), ...ways })
  const figures = rooms.flatMap((room, index): readonly Figure[] => [
    {
      ...{ what: `${room}: start to first answer, against a bare Hono`, unit: '×' },
      value: Math.round((medians[room] / medians.bare) * 100) / 100,
      ...(MOST[room] && { atMost: MOST[room].ratio }),
    },
    {
      ...{ what: `${room}: loaded at start, compressed`, unit: 'kB', value: Math.round(sizes[index]?.startKb ?? 0) },
      ...(MOST[room] && { atMost: MOST[room].startKb }),
    },
    { what: `${room}: all of it, compressed`, unit: 'kB', value: Math.round(sizes[index]?.allKb ?? 0) },
  ])
  return [...figures, { what: 'bare Hono: start to first answer', unit: 'ms', value: Math.round(medians.bare) }]
}

/** Starts a process of its own, and is done when it answers. Throws for an answer that is none to the question. */
function firstAnswer(folder: string, event: object, environment: Readonly<Record<string, string>>): Promise<void> {
  const bundle = pathToFileURL(join(folder, 'index.mjs')).href
  const env = { ...environment, PATH: process.env.PATH }
  const child = spawn(process.execPath, [CHILD, bundle, JSON.stringify(event)], {
    ...{ cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] },
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (data) => {
      said += data
      // Logs and metrics go there too, each in a line of its own; the status comes last.
      if (/(?:^|\n)2\d\d$/.test(said)) resolve()
    })
    child.once('error', reject)
    child.once('close', () => reject(new Error(`${folder} did not answer: ${said}`)))
  })
}

export const bench: Bench = { name: 'Start', run: () => onBed(startFigures) }
