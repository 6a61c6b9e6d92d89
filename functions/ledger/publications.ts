import { type DynamoDBClient, GetItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb'
import type { PublishedEdition } from '#program/document.ts'
import { parseMonth } from '#program/month.ts'
import { startOfMonth } from '#program/zone.ts'
import { draftEnd } from './drafts.ts'
import {
  EDITION_COSTS,
  EDITIONS,
  EDITIONS_HEAD,
  editionSk,
  type Item,
  isWithdrawalSk,
  keyOf,
  revisionSk,
  withdrawalSk,
} from './keys.ts'
import type { Head, Publication, PublicationRecord } from './press.ts'
import type { Change, Write } from './write.ts'

/** Every revision of every edition in the order of their numbers, also of withdrawn ones. */
export async function readPublications(client: DynamoDBClient, table: string): Promise<PublicationRecord[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: EDITIONS } },
    },
  )
  const items: Item[] = []
  for await (const { Items = [] } of pages) items.push(...Items)
  const withdrawn = new Map(
    items.filter(({ sk }) => isWithdrawalSk(sk?.S ?? '')).map(({ sk, at }) => [sk?.S, Number(at?.N)]),
  )
  return items.flatMap(({ published }) => {
    if (published?.S === undefined) return []
    const edition = JSON.parse(published.S) as PublishedEdition
    return [{ edition, withdrawnAt: withdrawn.get(withdrawalSk(edition.edition)) ?? null }]
  })
}

/** The editions that stand, each in its latest words, in the order in which they take effect. */
export function standingEditions(records: readonly PublicationRecord[]): PublishedEdition[] {
  // Revisions come in the order of their numbers, so the last one of each edition stays.
  const latest = new Map(
    records.flatMap(({ edition, withdrawnAt }) => (withdrawnAt === null ? [[edition.edition, edition] as const] : [])),
  )
  return [...latest.values()].sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))
}

/** The records as they would be with one more publication at an instant (epoch milliseconds). */
export function withPublication(
  records: readonly PublicationRecord[],
  publication: Publication,
  at: number,
): PublicationRecord[] {
  if (publication.kind !== 'withdrawal') return [...records, { edition: publication.edition, withdrawnAt: null }]
  return records.map((record) =>
    record.edition.edition === publication.edition ? { ...record, withdrawnAt: at } : record,
  )
}

/** The edition in force at an instant (epoch milliseconds): the latest that has begun, before the first the first. */
export function editionInForce(published: readonly PublishedEdition[], at: number): PublishedEdition | undefined {
  return published.findLast((edition) => beginningOf(edition) <= at) ?? published[0]
}

/** The first instant at which an edition is in force (epoch milliseconds). */
export const beginningOf = ({ effectiveFrom, document }: PublishedEdition): number =>
  startOfMonth(parseMonth(effectiveFrom), document.timeZone)

/** Where the program stands. */
export async function readHead(client: DynamoDBClient, table: string): Promise<Head> {
  const get = new GetItemCommand({ TableName: table, Key: { ...keyOf(EDITIONS_HEAD) }, ConsistentRead: true })
  return { version: Number((await client.send(get)).Item?.version?.N ?? 0) }
}

/** What a publication writes. The item in the partition of editions carries the receipt. */
export function publicationWrites(publication: Publication, at: number, receipt: string): Write[] {
  switch (publication.kind) {
    case 'edition': {
      const { edition, costs, draft } = publication
      const item = { ...keyOf(EDITION_COSTS, editionSk(edition.edition)), costs: { S: JSON.stringify(costs) } }
      return [editionWrite(edition, receipt), { pk: EDITION_COSTS, item }, ...(draft ? [draftEnd(draft, receipt)] : [])]
    }
    case 'revision': {
      const { edition, draft } = publication
      return [editionWrite(edition, receipt), ...(draft ? [draftEnd(draft, receipt)] : [])]
    }
    case 'withdrawal': {
      const key = keyOf(EDITIONS, withdrawalSk(publication.edition))
      return [{ pk: EDITIONS, item: { ...key, at: { N: String(at) }, receipt: { S: receipt } } }]
    }
    default:
      return publication satisfies never
  }
}

/** The head moves on with every publication; on condition that it is where it was seen, where that is given. */
export const headWrite = (seen?: Head): Change => ({
  pk: EDITIONS_HEAD,
  set: new Map(),
  add: new Map([['version', 1n]]),
  asSeen: new Map(seen ? [['version', seen.version === 0 ? undefined : { N: String(seen.version) }]] : []),
})

function editionWrite(edition: PublishedEdition, receipt: string): Write {
  const sk = revisionSk(edition.edition, edition.revision ?? 1)
  const published = { S: JSON.stringify(edition) }
  return { pk: EDITIONS, item: { ...keyOf(EDITIONS, sk), published, receipt: { S: receipt } } }
}
