import { expect, test } from 'vitest'
import { giveCard } from '#ledger/cards.ts'
import { Busy } from '#ledger/ledger.ts'
import { PATIENCE } from '#ledger/patience.ts'
import { rebuild } from '#ledger/rebuild.ts'
import { parseCardCode } from '#program/card-code.ts'
import { enrolment } from './events.ts'
import { freshLedger } from './fresh-ledger.ts'

const patience = { ...PATIENCE, sleep: () => Promise.resolve() }

test('a member gets one code for ever, and whoever has the code finds the member', async () => {
  const { ledger } = await freshLedger()
  await ledger.record([enrolment('e-1', { subject: 'm-1' })])
  expect((await ledger.member('m-1'))?.card).toBeNull()
  const code = await ledger.giveCard('m-1')
  expect(parseCardCode(code)).toBe(code)
  expect(await ledger.giveCard('m-1')).toBe(code)
  expect((await ledger.member('m-1'))?.card).toBe(code)
  expect(await ledger.memberByCard(code)).toBe('m-1')
})

test('twenty devices that ask at once get the same code', async () => {
  const { ledger } = await freshLedger()
  await ledger.record([enrolment('e-1', { subject: 'm-1' })])
  const codes = await Promise.all(Array.from({ length: 20 }, () => ledger.giveCard('m-1')))
  expect(new Set(codes).size).toBe(1)
})

test('a code that somebody else has is not given twice', async () => {
  const { ledger, client, table } = await freshLedger()
  const bytes = [1, 1, 2].map((byte) => new Uint8Array(7).fill(byte))
  const maker = { client, table, patience, random: () => bytes.shift() ?? new Uint8Array(7) }
  await ledger.record([enrolment('e-1'), enrolment('e-2', { subject: 'm-2' })])
  const [one, other] = [await giveCard(maker, 'm-1'), await giveCard(maker, 'm-2')]
  expect(one).not.toBe(other)
  expect([await ledger.memberByCard(one), await ledger.memberByCard(other)]).toEqual(['m-1', 'm-2'])
})

test('a code that nobody has leads to nobody', async () => {
  const { ledger } = await freshLedger()
  expect(await ledger.memberByCard('000000000000')).toBeUndefined()
})

test('a database that stays busy is said to be, and no code is promised', async () => {
  const { ledger, client, table } = await freshLedger()
  const busy = Object.assign(Object.create(client), {
    send: async () => {
      throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' })
    },
  })
  await expect(giveCard({ client: busy, table, patience }, 'm-1')).rejects.toBeInstanceOf(Busy)
  expect(await ledger.member('m-1')).toBeUndefined()
})

test('a rebuild finds nothing wrong with cards, and leaves them alone', async () => {
  const { ledger, client, table } = await freshLedger()
  await ledger.record([enrolment('e-1', { subject: 'm-1' })])
  const code = await ledger.giveCard('m-1')
  const report = await rebuild({ client, table, timeZone: 'Europe/London', repair: true })
  expect(report.differences).toEqual([])
  expect([(await ledger.member('m-1'))?.card, await ledger.memberByCard(code)]).toEqual([code, 'm-1'])
})
