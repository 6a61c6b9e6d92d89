import { cpus } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import type { MemberRecord } from '#ledger/ledger.ts'
import { openBooks } from '#ledger/open-books.ts'
import { type Cookies, doOnce } from './ask.ts'
import { cpuOf } from './cpu-of.ts'
import { heard } from './heard.ts'
import { type House, NOW, openHouse } from './house.ts'
import type { PieceTime, Times } from './measured.ts'
import { pageTimes } from './pages.ts'
import { PIECES, type Piece, personIn } from './piece.ts'
import { entryTimes, memberTimes, recordTimes } from './records.ts'
import { settleIn } from './settle-in.ts'
import { allCases, bookedEntries } from './uses.ts'

/** So often is a piece of work done before its time is taken, and while it is. */
const ROUNDS = 300
/** A batch takes longer than one event. */
const BATCH_ROUNDS = 15
/** Each call to the database is held up for so long to see how many follow one another. */
const HELD_UP_MS = 100

/** Takes the time of everything, which differs from machine to machine. `on` is today's date. */
export async function measureTimes(on: string): Promise<Times> {
  let round = 0
  const house = await openHouse(() => personIn(round))
  try {
    await settleIn(house)
    const cookies: Cookies = new Map()
    const doNext = (piece: Piece) => heard(() => doOnce(house, piece, ++round, cookies))
    await doNext('signIn')
    const pieces: Partial<Record<Piece, PieceTime>> = {}
    for (const piece of PIECES) {
      const rounds = piece === 'purchases100' ? BATCH_ROUNDS : ROUNDS
      pieces[piece] = await timeOf(house, rounds, () => doNext(piece))
    }
    const cases = await allCases(house)
    return {
      ...{ on, machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}` },
      pieces: pieces as Times['pieces'],
      record: await recordTimes(house),
      member: await memberTimes(cases, await everyone(house)),
      entry: await entryTimes(await bookedEntries(house)),
      ...(await pageTimes()),
    }
  } finally {
    await house.close()
  }
}

async function everyone({ client, table }: House): Promise<readonly MemberRecord[]> {
  const members: MemberRecord[] = []
  for await (const member of openBooks({ client, table, now: () => NOW }).members()) members.push(member)
  return members
}

async function timeOf({ client }: House, rounds: number, work: () => Promise<unknown>): Promise<PieceTime> {
  const cpuMicroseconds = await cpuOf(rounds, work)
  client.middlewareStack.add(
    (next) => async (args) => {
      await setTimeout(HELD_UP_MS)
      return next(args)
    },
    { step: 'initialize', name: 'heldUp' },
  )
  const begun = performance.now()
  await work()
  const turns = Math.floor((performance.now() - begun) / HELD_UP_MS)
  client.middlewareStack.remove('heldUp')
  return { cpuMicroseconds, turns }
}
