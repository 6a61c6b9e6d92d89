import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { openCalendar } from './calendar.ts'
import { giveCard } from './cards.ts'
import { openClosedMonths } from './closed-months.ts'
import { erase } from './erase.ts'
import { history, redemptions, refusedUses } from './history.ts'
import { cardPk, emailPk, type Item, keyOf, memberPk } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { memberRecord } from './member-item.ts'
import { readOpenRefunds } from './open-refunds.ts'
import { PATIENCE, type Patience } from './patience.ts'
import { openProgramBook } from './program-book.ts'
import { isPseudonym } from './pseudonym.ts'
import { record } from './record.ts'
import { redeem } from './redeem.ts'
import { keepRefusal, readRefusal, readRefusals } from './refusals.ts'
import { reverse } from './reverse.ts'
import { orBusy, unlessBusy } from './transient.ts'

export interface LedgerOptions {
  readonly client: DynamoDBClient
  readonly table: string
  /** The clock, epoch milliseconds: `recordedAt` is its reading, and editions are read again when a minute has passed. */
  readonly now: () => number
  /** Where months are counted (IANA). Left out, it is what the first edition says, which never changes. */
  readonly timeZone?: string
  readonly patience?: Partial<Patience>
  /**
   * For a past that is told: the instant (epoch milliseconds) at which uses are decided and booked. What shops report is then
   * recorded as though it had been reported when it happened, or at that instant if that is earlier. Left out, it is now.
   */
  readonly toldAt?: () => number
}

/** Opens the ledger in a table that is there (`table.ts`). Costs nothing: the first call connects. */
export function openLedger(options: LedgerOptions): Ledger {
  const { client, table, now, toldAt } = options
  const patience: Patience = { ...PATIENCE, ...options.patience }
  const database = { client, table, patience }
  const book = openProgramBook(client, table, now)
  const calendar = openCalendar(book, options.timeZone)
  const openFrom = openClosedMonths(database, now)

  const read = async (pk: string, consistent: boolean): Promise<Item | undefined> => {
    const get = new GetItemCommand({ TableName: table, Key: { ...keyOf(pk) }, ConsistentRead: consistent })
    return (await orBusy(client.send(get))).Item
  }
  /** What entries are booked with: a clock that never stands in a closed month, and the zone in which months are counted. */
  const booking = async () => {
    const zone = await calendar()
    const from = await openFrom(zone.timeZone)
    return { ...database, ...zone, now: () => Math.max(toldAt?.() ?? now(), from), from }
  }
  const ledger: Ledger = {
    ...book,
    async record(events) {
      const keeper = await unlessBusy(booking())
      if (!keeper) return events.map(() => 'retry')
      const [at, { from }] = [keeper.now(), keeper]
      return record(keeper, events, toldAt ? ({ time }) => Math.max(Math.min(time, at), from) : () => at)
    },
    async member(id) {
      if (isPseudonym(id)) return undefined
      // Eventually consistent: half a unit, and a standing may be a second late. Recording reads consistently.
      const [item, { monthOf }] = await Promise.all([read(memberPk(id), false), calendar()])
      return item && memberRecord(id, item, monthOf)
    },
    history: (member) => history(database, member),
    async redeem(request) {
      const keeper = await unlessBusy(booking())
      return keeper ? redeem({ ...keeper, ledger }, request) : { kind: 'retry' }
    },
    async reverse(redemption, sender) {
      const keeper = await unlessBusy(booking())
      return keeper ? reverse(keeper, redemption, sender) : { kind: 'retry' }
    },
    refusedUses: (member) => refusedUses(database, member),
    erase: async (member, key) => erase({ ...database, ...(await calendar()) }, member, key, now()),
    redemptions: (member) => redemptions(database, member),
    async memberByEmail(emailHash) {
      return (await read(emailPk(emailHash), true))?.holder?.S
    },
    giveCard: (member) => giveCard(database, member),
    async memberByCard(code) {
      return (await read(cardPk(code), true))?.holder?.S
    },
    signOut: (member, at) => orBusy(signOut(client, table, member, at)),
    refuse: (refusal) => orBusy(keepRefusal(client, table, refusal)),
    refusal: (id) => orBusy(readRefusal(client, table, id)),
    refusals: (page) => orBusy(readRefusals(client, table, page)),
    openRefunds: (page) => orBusy(readOpenRefunds(client, table, page)),
  }
  return ledger
}

/** The instant only moves forward, so a late request cannot bring a session back. */
async function signOut(client: DynamoDBClient, table: string, member: string, at: number): Promise<void> {
  const movesForward = 'attribute_not_exists(signedOut) OR signedOut < :at'
  try {
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: { ...keyOf(memberPk(member)) },
        UpdateExpression: 'SET signedOut = :at',
        ConditionExpression: movesForward,
        ExpressionAttributeValues: { ':at': { N: String(at) } },
      }),
    )
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}
