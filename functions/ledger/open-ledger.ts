import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { EditionError } from '#program/edition.ts'
import type { Month } from '#program/month.ts'
import { monthOf } from '#program/zone.ts'
import { giveCard } from './cards.ts'
import { history, redemptions } from './history.ts'
import { cardPk, emailPk, type Item, keyOf, memberPk } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { memberRecord } from './member-item.ts'
import { readOpenRefunds } from './open-refunds.ts'
import { PATIENCE, type Patience } from './patience.ts'
import { openProgramBook } from './program-book.ts'
import { record } from './record.ts'
import { redeem } from './redeem.ts'
import { keepRefusal, readRefusal, readRefusals } from './refusals.ts'
import { reverse } from './reverse.ts'
import { orBusy } from './transient.ts'

export interface LedgerOptions {
  readonly client: DynamoDBClient
  readonly table: string
  /** The clock, epoch milliseconds: `recordedAt` is its reading, and editions are read again when a minute has passed. */
  readonly now: () => number
  /** Where months are counted (IANA). Left out, it is what the first edition says, which never changes. */
  readonly timeZone?: string
  readonly patience?: Partial<Patience>
}

/** In which zone days and months are counted. */
interface Calendar {
  readonly timeZone: string
  readonly monthOf: (time: number) => Month
}

const calendarIn = (timeZone: string): Calendar => ({ timeZone, monthOf: (time) => monthOf(time, timeZone) })

/** Opens the ledger in a table that is there (`table.ts`). Costs nothing: the first call connects. */
export function openLedger(options: LedgerOptions): Ledger {
  const { client, table, now } = options
  const patience: Patience = { ...PATIENCE, ...options.patience }
  const database = { client, table, patience }
  const book = openProgramBook(client, table, now)
  let finder = options.timeZone === undefined ? undefined : calendarIn(options.timeZone)

  const read = async (pk: string, consistent: boolean): Promise<Item | undefined> => {
    const get = new GetItemCommand({ TableName: table, Key: { ...keyOf(pk) }, ConsistentRead: consistent })
    return (await orBusy(client.send(get))).Item
  }
  const calendar = async (): Promise<Calendar> => {
    if (finder) return finder
    const timeZone = (await book.program()).rules[0]?.timeZone
    if (timeZone === undefined)
      throw new EditionError('There is no edition, so months have no zone. Publish one first.')
    finder = calendarIn(timeZone)
    return finder
  }
  const ledger: Ledger = {
    ...book,
    async record(events) {
      return record({ ...database, ...(await calendar()) }, events, now())
    },
    async member(id) {
      // Eventually consistent: half a unit, and a standing may be a second late. Recording reads consistently.
      const [item, { monthOf }] = await Promise.all([read(memberPk(id), false), calendar()])
      return item && memberRecord(id, item, monthOf)
    },
    history: (member) => history(database, member),
    async redeem(request) {
      return redeem({ ...database, ...(await calendar()), ledger, now }, request)
    },
    async reverse(redemption, sender) {
      return reverse({ ...database, ...(await calendar()), now }, redemption, sender)
    },
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
