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
import { publishEdition, readEditions } from './editions.ts'
import { history } from './history.ts'
import { cardPk, emailPk, type Item, keyOf, memberPk } from './keys.ts'
import type { Ledger, Program } from './ledger.ts'
import { memberRecord } from './member-item.ts'
import { readOpenRefunds } from './open-refunds.ts'
import { PATIENCE, type Patience } from './patience.ts'
import { record } from './record.ts'
import { keepRefusal, readRefusal, readRefusals } from './refusals.ts'
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

const monthsIn =
  (timeZone: string) =>
  (time: number): Month =>
    monthOf(time, timeZone)

const PROGRAM_CACHE_MS = 60_000

/** Opens the ledger in a table that is there (`table.ts`). Costs nothing: the first call connects. */
export function openLedger(options: LedgerOptions): Ledger {
  const { client, table, now } = options
  const patience: Patience = { ...PATIENCE, ...options.patience }
  let cached: { readonly program: Promise<Program>; readonly readAt: number } | undefined
  let finder = options.timeZone === undefined ? undefined : monthsIn(options.timeZone)

  const read = async (pk: string, consistent: boolean): Promise<Item | undefined> => {
    const get = new GetItemCommand({ TableName: table, Key: { ...keyOf(pk) }, ConsistentRead: consistent })
    return (await orBusy(client.send(get))).Item
  }
  const program = () => {
    if (cached && now() - cached.readAt < PROGRAM_CACHE_MS) return cached.program
    const reading = { program: orBusy(readEditions(client, table)), readAt: now() }
    cached = reading
    reading.program.catch(() => {
      if (cached === reading) cached = undefined
    })
    return reading.program
  }
  const monthOf = async (): Promise<(time: number) => Month> => {
    if (finder) return finder
    const timeZone = (await program()).rules[0]?.timeZone
    if (timeZone === undefined)
      throw new EditionError('There is no edition, so months have no zone. Publish one first.')
    finder = monthsIn(timeZone)
    return finder
  }

  return {
    async record(events) {
      return record({ client, table, patience, monthOf: await monthOf() }, events, now())
    },
    async member(id) {
      // Eventually consistent: half a unit, and a standing may be a second late. Recording reads consistently.
      const [item, inMonths] = await Promise.all([read(memberPk(id), false), monthOf()])
      return item && memberRecord(id, item, inMonths)
    },
    history: (member) => history(client, table, member, patience),
    async memberByEmail(emailHash) {
      return (await read(emailPk(emailHash), true))?.holder?.S
    },
    giveCard: (member) => giveCard({ client, table, patience }, member),
    async memberByCard(code) {
      return (await read(cardPk(code), true))?.holder?.S
    },
    signOut: (member, at) => orBusy(signOut(client, table, member, at)),
    program,
    async publish(edition) {
      const published = await orBusy(publishEdition(client, table, edition))
      cached = undefined
      return published
    },
    refuse: (refusal) => orBusy(keepRefusal(client, table, refusal)),
    refusal: (id) => orBusy(readRefusal(client, table, id)),
    refusals: (page) => orBusy(readRefusals(client, table, page)),
    openRefunds: (page) => orBusy(readOpenRefunds(client, table, page)),
  }
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
