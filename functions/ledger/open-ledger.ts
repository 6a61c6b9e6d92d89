import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { openCalendar } from './calendar.ts'
import { openClosedMonths } from './closed-months.ts'
import { cardPk, emailPk, type Item, keyOf, memberPk } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { memberRecord } from './member-item.ts'
import { PATIENCE, type Patience } from './patience.ts'
import { openProgramBook } from './program-book.ts'
import { isPseudonym } from './pseudonym.ts'
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

/**
 * Opens the ledger in a table that is there (`table.ts`). Costs nothing: the first call connects. What a standing does not
 * need is loaded when it is asked for, since most functions do one thing with the ledger and wait for it at each start.
 */
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
      const [{ record }, at, { from }] = [await import('./record.ts'), keeper.now(), keeper]
      return record(keeper, events, toldAt ? ({ time }) => Math.max(Math.min(time, at), from) : () => at)
    },
    async member(id) {
      if (isPseudonym(id)) return undefined
      // Eventually consistent: half a unit, and a standing may be a second late. Recording reads consistently.
      const [item, { monthOf }] = await Promise.all([read(memberPk(id), false), calendar()])
      return item && memberRecord(id, item, monthOf)
    },
    history: async (member) => (await import('./history.ts')).history(database, member),
    async redeem(request) {
      const keeper = await unlessBusy(booking())
      const { redeem } = await import('./redeem.ts')
      return keeper ? redeem({ ...keeper, ledger }, request) : { kind: 'retry' }
    },
    async reverse(redemption, sender) {
      const keeper = await unlessBusy(booking())
      const { reverse } = await import('./reverse.ts')
      return keeper ? reverse(keeper, redemption, sender) : { kind: 'retry' }
    },
    refusedUses: async (member) => (await import('./history.ts')).refusedUses(database, member),
    async erase(member, key) {
      const { erase } = await import('./erase.ts')
      return erase({ ...database, ...(await calendar()) }, member, key, now())
    },
    redemptions: async (member) => (await import('./history.ts')).redemptions(database, member),
    async memberByEmail(emailHash) {
      return (await read(emailPk(emailHash), true))?.holder?.S
    },
    giveCard: async (member) => (await import('./cards.ts')).giveCard(database, member),
    async memberByCard(code) {
      return (await read(cardPk(code), true))?.holder?.S
    },
    signOut: (member, at) => orBusy(signOut(client, table, member, at)),
    refuse: async (refusal) => orBusy((await import('./refusals.ts')).keepRefusal(client, table, refusal)),
    refusal: async (id) => orBusy((await import('./refusals.ts')).readRefusal(client, table, id)),
    refusals: async (page) => orBusy((await import('./refusals.ts')).readRefusals(client, table, page)),
    openRefunds: async (page) => orBusy((await import('./open-refunds.ts')).readOpenRefunds(client, table, page)),
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
