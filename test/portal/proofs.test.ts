import { describe, expect, test } from 'vitest'
import type { Booked } from '#ledger/books.ts'
import { closeMonth } from '#ledger/seal/close-month.ts'
import { type Proof, verifyProof } from '#ledger/seal/proof.ts'
import { portalApp } from '#portal/app.ts'
import type { LedgerEvent } from '#program/event.ts'
import { checked } from '../http/checked.ts'
import { as, identifyRole, report } from '../http/roles.ts'
import { enrolment, purchase } from '../ledger/events.ts'
import { asks, COSTS, perkShop } from '../ledger/perk-shop.ts'
import { AFTER_MAY, closerOf, MAY, memoryBooks } from '../ledger/seal/booked-months.ts'
import { anySigner } from '../ledger/seal/memory-archive.ts'

const IN_MAY = Date.UTC(2026, 4, 21, 10)
const NOTE = 'For Charles'
const EVENTS: readonly LedgerEvent[] = [
  enrolment('joined', { name: 'Ada Lovelace', emailHash: 'hash-of-an-address' }),
  purchase('own', { note: NOTE }),
  purchase('theirs', { subject: 'm-2' }),
]

/** A portal in June, for m-1, who bought and used a coffee in May. */
async function portal({ isClosed = true } = {}) {
  let at = IN_MAY
  const { ledger } = await perkShop({ now: () => at })
  await ledger.record(EVENTS)
  const used = await ledger.redeem(asks('k-1', { note: NOTE }))
  if (used.kind !== 'granted') throw new Error(used.kind)
  const booked: Booked[] = []
  for (const member of ['m-1', 'm-2']) {
    for (const entry of await ledger.history(member)) booked.push({ kind: 'event', entry })
    for (const use of await ledger.redemptions(member)) {
      booked.push(
        use.kind === 'redemption' ? { kind: 'redemption', redemption: use } : { kind: 'reversal', reversal: use },
      )
    }
  }
  at = AFTER_MAY
  const closer = closerOf(memoryBooks(new Map([[MAY, booked]])))
  if (isClosed) await closeMonth(closer, MAY, 'finn')
  await ledger.record([purchase('later', { time: AFTER_MAY })])
  const app = portalApp({
    ledger,
    closedMonths: closer,
    identify: identifyRole,
    pseudonymKey: closer.key,
    now: () => at,
    report,
  })
  const send = checked(app)
  const get = (path: string, role = 'member') => send(path, { headers: as(role) })
  return {
    get,
    use: used.redemption.id,
    proof: (id: string, source = 'shop-1') => get(`/me/proofs?${new URLSearchParams({ source, id })}`),
  }
}

describe('a member’s proof', () => {
  test('of a purchase, a use and joining checks by itself, and shows what is theirs alone', async () => {
    const { proof, use } = await portal()
    for (const [id, source, personal] of [
      ['own', 'shop-1', { note: NOTE }],
      [use, 'perks', { note: NOTE }],
      ['joined', 'shop-1', { emailHash: 'hash-of-an-address', name: 'Ada Lovelace' }],
    ] as const) {
      const { status, body, headers } = await proof(id, source)
      expect(status).toBe(200)
      expect(headers.get('content-disposition')).toBe('attachment; filename="proof.json"')
      expect(body.open.personal.values).toEqual(personal)
      expect(JSON.parse(body.leaf)).toMatchObject({ id, member: body.pseudonym })
      expect(await verifyProof(body as Proof)).toEqual({
        ...{ holds: true, month: '2026-05', entry: id, member: body.pseudonym },
      })
    }
  })

  test('holds no longer when anything in it is changed', async () => {
    const { proof, use } = await portal()
    const whole: Proof = (await proof(use, 'perks')).body
    const open = { personal: { salt: whole.open?.personal.salt ?? '', values: { note: 'For nobody' } } }
    for (const change of [
      { leaf: whole.leaf.replace('coffee', 'lounge') },
      { index: whole.index + 1 },
      { size: whole.size - 1 },
      { path: whole.path.slice(1) },
      { keys: await anySigner().keys() },
      { checkpoint: `${whole.checkpoint.slice(0, -4)}AAAA` },
      { open },
    ]) {
      expect(await verifyProof({ ...whole, ...change }), Object.keys(change)[0]).toMatchObject({ holds: false })
    }
  })

  test('says nothing of what anything cost', async () => {
    const { proof, use } = await portal()
    const { body } = await proof(use, 'perks')
    const text = JSON.stringify(body)
    expect(text).not.toContain('costMinor')
    expect(text).not.toContain(COSTS.coffee?.unit)
    expect(Object.keys(body.open)).toEqual(['personal'])
  })

  test('is not there for another member’s entry, which is as unknown as none', async () => {
    const { proof } = await portal()
    const [theirs, none] = [await proof('theirs'), await proof('none')]
    expect(theirs.status).toBe(404)
    expect({ ...theirs.body, instance: '' }).toEqual({ ...none.body, instance: '' })
  })

  test('waits for the month to be closed', async () => {
    const { proof } = await portal()
    expect(await proof('later')).toMatchObject({ status: 409, body: { code: 'not_closed' } })
    const open = await portal({ isClosed: false })
    expect(await open.proof('own')).toMatchObject({ status: 409, body: { code: 'not_closed' } })
  })

  test('is announced in the activity, where there is one', async () => {
    const { get } = await portal()
    const { items } = (await get('/me/activity')).body
    expect(items.map(({ type, proof }: Record<string, unknown>) => [type, proof])).toEqual([
      ...[['purchase', false]],
      ...[['redemption', true]],
      ...[
        ['purchase', true],
        ['enrolment', true],
        ['enrolment', true],
      ],
    ])
  })
})
