import { randomBytes, randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { CARD_CODE_BYTES, cardCode } from '#program/card-code.ts'
import { cardPk, type Item, keyOf, memberPk } from './keys.ts'
import { Busy } from './ledger.ts'
import { notErasing } from './not-erasing.ts'
import { type Patience, pause } from './patience.ts'
import { transact } from './transact.ts'
import type { Write } from './write.ts'

export interface CardMaker {
  readonly client: DynamoDBClient
  readonly table: string
  readonly patience: Patience
  /** Bytes nobody can foresee; a test gives its own. */
  readonly random?: (bytes: number) => Uint8Array
}

/**
 * Gives a member the code of their card and returns it, or the one they were given before: also when two devices ask at
 * once. The code and whose it is are written together, so none leads nowhere. Throws {@link Busy}.
 */
export async function giveCard(maker: CardMaker, member: string): Promise<string> {
  const { client, table, patience, random = randomBytes } = maker
  let code = cardCode(random(CARD_CODE_BYTES))
  let token = randomUUID()
  for (let attempt = 0; attempt < patience.attempts; attempt++) {
    if (attempt > 0) await pause(patience, attempt)
    const result = await transact(client, table, cardWrites(member, code), token)
    if (result.kind === 'written') return code
    if (result.kind === 'busy') continue
    const given = result.winners.get(memberPk(member))?.card?.S
    if (given !== undefined) return given
    // Somebody else has this very code, which happens once in a few thousand million times.
    code = cardCode(random(CARD_CODE_BYTES))
    token = randomUUID()
  }
  throw new Busy('The card could not be made. Send the same request again in a moment.')
}

function cardWrites(member: string, code: string): readonly Write[] {
  const card = { S: code }
  const holder: Item = { ...keyOf(cardPk(code)), holder: { S: member } }
  return [
    { pk: cardPk(code), item: holder },
    {
      ...{ pk: memberPk(member), set: new Map([['card', card]]), add: new Map(), isThere: true },
      asSeen: new Map([['card', undefined], notErasing]),
    },
  ]
}
