import { randomUUID } from 'node:crypto'
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { ProgramCosts, PublishedEdition } from '#program/document.ts'
import { editionOf } from '#program/edition.ts'
import { EDITION_COSTS, EDITIONS, editionSk, keyOf } from './keys.ts'
import { Busy, type Program } from './ledger.ts'
import { headWrite, publicationWrites, readPublications, standingEditions } from './publications.ts'
import { transact } from './transact.ts'

/** The editions that stand, each in its latest words, in the order in which they take effect. */
export async function readEditions(client: DynamoDBClient, table: string): Promise<Program> {
  const published = standingEditions(await readPublications(client, table))
  return { published, rules: published.map(({ document, ...dated }) => editionOf({ ...document, ...dated })) }
}

/**
 * Adds an edition, and its costs in an item of their own, whatever the head is; false when its number is taken. The receipt tells an edition that
 * this call stored, before its answer was lost, from one that somebody else published. Throws {@link Busy}.
 */
export async function publishEdition(
  client: DynamoDBClient,
  table: string,
  edition: PublishedEdition,
  costs: ProgramCosts,
): Promise<boolean> {
  const receipt = randomUUID()
  const publication = { kind: 'edition', edition, costs, draft: null } as const
  const writes = [...publicationWrites(publication, 0, receipt), headWrite()]
  const result = await transact(client, table, writes, receipt)
  if (result.kind === 'busy') throw new Busy('The database is too busy to publish. Publish again in a moment.')
  return result.kind === 'written' || result.winners.get(EDITIONS)?.receipt?.S === receipt
}

/** What the perks of an edition cost; undefined when there is no such edition. */
export async function readCosts(
  client: DynamoDBClient,
  table: string,
  edition: number,
): Promise<ProgramCosts | undefined> {
  const Key = { ...keyOf(EDITION_COSTS, editionSk(edition)) }
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }))
  return Item?.costs?.S === undefined ? undefined : (JSON.parse(Item.costs.S) as ProgramCosts)
}
