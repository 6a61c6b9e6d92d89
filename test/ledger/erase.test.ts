import { expect, test } from 'vitest'
import { pseudonymOf } from '#ledger/pseudonym.ts'
import { wholeFile } from '#ledger/seal/archive.ts'
import { archivedMonth } from '#ledger/seal/close-month.ts'
import { leafMaker } from '#ledger/seal/leaf.ts'
import { proofOf, verifyProof } from '#ledger/seal/proof.ts'
import { verifyMonth } from '#ledger/seal/verify-month.ts'
import { formatMonth, parseMonth } from '#program/month.ts'
import { expectSound } from '../faults/soundness.ts'
import { type ErasedLife, erasedLife, KEY, leavesOf, MEMBER, PERSONAL } from './erased-life.ts'
import { enrolment, purchase, refund } from './events.ts'
import { asks } from './perk-shop.ts'
import { storedItems } from './stored-items.ts'

const PSEUDONYM = pseudonymOf(KEY)(MEMBER)
const EVER = { from: parseMonth('2025-11'), to: parseMonth('2026-07') }

/** Every text of the table and of the archive. */
async function textsOf(life: ErasedLife): Promise<string> {
  const items = [...(await storedItems(life))].map(([, item]) => JSON.stringify(item))
  const files = [...life.archive.kept.values()].flatMap((kept) => [...kept.values()].map((bytes) => bytes.toString()))
  return [...items, ...files].join('\n')
}

test('nothing personal of an erased member is left anywhere, and of others everything is', async () => {
  const life = await erasedLife()
  const personal = [MEMBER, life.card, 'Augusta', ...Object.values(PERSONAL)]
  const before = await textsOf(life)
  for (const value of personal) expect(before).toContain(value)
  const others = (await storedItems(life)).get('member:m-2')
  const noted = [...(await storedItems(life)).values()].filter((item) => item.note)
  const salts = noted.flatMap(({ salt }) => salt?.S ?? [])
  expect(salts).not.toEqual([])
  await life.ledger.erase(MEMBER, KEY)
  const after = await textsOf(life)
  for (const value of [...personal, ...salts]) expect(after).not.toContain(value)
  expect((await storedItems(life)).get('member:m-2')).toEqual(others)
  expect((await life.ledger.refusals({ limit: 10, cursor: null })).items.map(({ event }) => event)).toEqual([
    { subject: 'm-2' },
  ])
  expect(await life.ledger.memberByEmail(PERSONAL.emailHash)).toBeUndefined()
  expect(await life.ledger.memberByCard(life.card)).toBeUndefined()
  expect(await life.ledger.member(MEMBER)).toBeUndefined()
})

test('every sum, every leaf and all derived state is what it was', async () => {
  const life = await erasedLife()
  const [leaves, totals] = [await leavesOf(life), await life.books.costTotals(EVER)]
  const sums = (await life.ledger.member(MEMBER))?.sums
  await expectSound(life)
  await life.ledger.erase(MEMBER, KEY)
  expect(await leavesOf(life)).toEqual(leaves)
  expect(await life.books.costTotals(EVER)).toEqual(totals)
  const members = []
  for await (const member of life.books.members()) members.push(member)
  expect(members.find(({ id }) => id === PSEUDONYM)).toMatchObject({ sums, name: null, card: null })
  await expectSound(life)
})

test('closed months still verify, and so does a proof that was taken away before', async () => {
  const life = await erasedLife()
  const may = (await life.books.closings()).find(({ month }) => formatMonth(month) === '2026-05')
  if (!may) throw new Error('May is not closed.')
  const archived = archivedMonth(life.archive, may)
  const [entry] = (await life.ledger.history(MEMBER)).filter(({ id }) => id === 'bought')
  if (!entry) throw new Error('Nothing was bought.')
  const proof = await proofOf(archived, leafMaker(KEY)({ kind: 'event', entry }), may.checkpoint)
  if (!proof) throw new Error('There is no proof.')
  await life.ledger.erase(MEMBER, KEY)
  expect((await wholeFile(archived, 'entries.jsonl'))?.toString()).toContain(PSEUDONYM)
  for (const closing of await life.books.closings()) {
    expect((await verifyMonth(archivedMonth(life.archive, closing))).finding).toBeNull()
  }
  expect(await verifyProof(proof)).toMatchObject({ holds: true, entry: 'bought', member: PSEUDONYM })
})

test('what a shop sends again is known, and what is new begins a new member', async () => {
  const life = await erasedLife()
  await life.ledger.erase(MEMBER, KEY)
  const known = purchase('bought', { subject: MEMBER, note: PERSONAL.note, amountMinor: 30_000 })
  const changed = { ...known, amountMinor: 1 }
  expect(await life.ledger.record([known, changed])).toEqual(['duplicate', 'conflict'])
  expect(await life.ledger.member(MEMBER)).toBeUndefined()
  const late = [refund('late', 'bought', { subject: MEMBER }), purchase('new', { subject: MEMBER })]
  expect(await life.ledger.record(late)).toEqual(['recorded', 'recorded'])
  expect(await life.ledger.member(MEMBER)).toMatchObject({ entries: 2, redemptions: 0, card: null, name: null })
  await expectSound(life)
})

test('a use is still taken back, and its key keeps its answer', async () => {
  const life = await erasedLife()
  await life.ledger.erase(MEMBER, KEY)
  expect(await life.ledger.reverse(life.uses.standing, 'till-1')).toMatchObject({
    ...{ kind: 'reversed', reversal: { member: PSEUDONYM } },
  })
  const basket = { amountMinor: 6_000, categories: ['suits'], order: 'order-2' }
  const again = asks('k-2', { member: MEMBER, perk: 'wrap', basket, note: PERSONAL.note })
  expect(await life.ledger.redeem(again)).toMatchObject({ kind: 'granted', again: true })
  expect(await life.ledger.redeem(asks('k-9', { member: PSEUDONYM }))).toEqual({ kind: 'unknown_member' })
  await expectSound(life)
})

test('who was erased and came back under the same id is erased again, to the same pseudonym', async () => {
  const life = await erasedLife()
  await life.ledger.erase(MEMBER, KEY)
  const { emailHash, note } = PERSONAL
  await life.ledger.record([
    enrolment('anew', { subject: MEMBER, emailHash }),
    purchase('new', { subject: MEMBER, note }),
    refund('late', 'bought', { subject: MEMBER }),
  ])
  const basket = { amountMinor: 6_000, categories: ['suits'], order: 'order-1' }
  await life.ledger.redeem(asks('k-10', { member: MEMBER, perk: 'sample', basket }))
  await life.ledger.erase(MEMBER, KEY)
  const texts = await textsOf(life)
  for (const value of [MEMBER, emailHash, note]) expect(texts).not.toContain(value)
  await expectSound(life)
})

test('whoever is unknown, or erased already, is left alone', async () => {
  const life = await erasedLife()
  await life.ledger.erase(MEMBER, KEY)
  const items = await storedItems(life)
  for (const member of [MEMBER, PSEUDONYM, 'nobody']) await life.ledger.erase(member, KEY)
  expect(await storedItems(life)).toEqual(items)
})
