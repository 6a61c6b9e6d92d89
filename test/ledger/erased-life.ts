import type { Booked } from '#ledger/books.ts'
import { leafMaker } from '#ledger/seal/leaf.ts'
import { closePastMonths } from '#local/close-past-months.ts'
import { formatMonth, parseMonth } from '#program/month.ts'
import { balance, enrolment, plan, purchase, refund } from './events.ts'
import { type BookShop, bookShop, charged, used } from './fresh-books.ts'
import { asks } from './perk-shop.ts'
import { anySigner, type MemoryArchive, memoryArchive } from './seal/memory-archive.ts'

/** The key of the pseudonyms in these tests. */
export const KEY = new Uint8Array(32).fill(9)

/** Who is erased: an id, and values, that occur in nothing else. */
export const MEMBER = 'ada-4711'
export const PERSONAL = { name: 'Ada Lovelace', emailHash: 'hash-of-ada', note: 'For Charles, with love' }

const IN_MAY = Date.UTC(2026, 4, 21, 10)
const IN_JULY = Date.UTC(2026, 6, 10, 12)

const { name, emailHash, note } = PERSONAL
const own = { subject: MEMBER }

export interface ErasedLife extends BookShop {
  readonly archive: MemoryArchive
  /** A use of the member's that stands, and one that was taken back. */
  readonly uses: { readonly standing: string; readonly reversed: string }
  readonly card: string
}

/** A shop in which one member did all that there is to do, in months that are closed and in ones that are open. */
export async function erasedLife(): Promise<ErasedLife> {
  const shop = await bookShop()
  shop.clock.now = IN_MAY
  const uses = await lifeInMay(shop)
  shop.clock.now = IN_JULY
  const archive = memoryArchive()
  const sealing = { archive, signer: anySigner(), key: KEY }
  await closePastMonths({ ...shop, sealing, now: () => shop.clock.now })
  await lifeInJuly(shop, uses.standing)
  return { ...shop, archive, uses, card: await shop.ledger.giveCard(MEMBER) }
}

async function lifeInMay({ ledger, books }: BookShop) {
  await ledger.record([
    enrolment('joined', { ...own, name, emailHash }),
    purchase('bought', { ...own, note, amountMinor: 30_000 }),
    refund('back', 'bought', own),
    refund('early', 'not-there', own),
    refund('of-another', 'rich', own),
    balance('saved', 5_000, own),
    plan('paid', IN_JULY, own),
  ])
  const standing = await used(ledger, 'k-0', 'coffee')
  const mine = await useOf(ledger, 'k-1', 'sample', 'order-1')
  const reversed = await useOf(ledger, 'k-2', 'wrap', 'order-2')
  await ledger.reverse(reversed, 'till-1')
  await books.recordActuals([charged('line-0', { redemption: standing }), charged('line-1', { redemption: mine })])
  return { standing: mine, reversed }
}

async function lifeInJuly({ ledger, books }: BookShop, standing: string) {
  await ledger.record([purchase('later', { ...own, note }), enrolment('again', { ...own, name: 'Augusta Ada' })])
  await useOf(ledger, 'k-3', 'coffee', 'order-3')
  await ledger.redeem(asks('k-4', { member: MEMBER, perk: 'hem', note }))
  await books.recordActuals([charged('line-2', { redemption: standing })])
  const event = { type: 'purchase', subject: MEMBER, data: { note } }
  const refusal = { at: IN_JULY, outcome: 'rejected', sender: 'shop', code: 'bad', detail: 'Bad.' } as const
  await ledger.refuse({ ...refusal, event })
  await ledger.refuse({ ...refusal, event: { subject: 'm-2' } })
}

async function useOf(ledger: BookShop['ledger'], key: string, perk: string, order: string): Promise<string> {
  const basket = { amountMinor: 6_000, categories: ['suits'], order }
  const answer = await ledger.redeem(asks(key, { member: MEMBER, perk, basket, note }))
  if (answer.kind !== 'granted') throw new Error(`${key}: ${answer.kind}`)
  return answer.redemption.id
}

const MONTHS = ['2026-05', '2026-06', '2026-07'].map(parseMonth)

/** The leaf of every entry, by month. */
export async function leavesOf({ books }: BookShop): Promise<ReadonlyMap<string, readonly string[]>> {
  const leaves = new Map<string, readonly string[]>()
  const leafOf = leafMaker(KEY)
  for (const month of MONTHS) {
    const booked: Booked[] = []
    for await (const one of books.booked(month)) booked.push(one)
    leaves.set(
      formatMonth(month),
      booked.map((one) => JSON.stringify([leafOf(one).text, leafOf(one).openings.finance])),
    )
  }
  return leaves
}
