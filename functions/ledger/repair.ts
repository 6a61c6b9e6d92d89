import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { Difference } from './difference.ts'
import { refundsAttribute } from './entry-item.ts'
import { COST_TOTALS, emailPk, type Item, keyOf, memberPk } from './keys.ts'
import { keyAt, type Survey } from './survey.ts'
import { USES } from './use-counter.ts'

/** How many attributes are set in one call: an expression may have 300 operators and 4 kB. */
const MOST_ATTRIBUTES = 100

/** Attributes of one item to be made what the entries make them. */
interface Repair {
  readonly pk: string
  readonly sk?: string
  readonly values: readonly (readonly [string, AttributeValue | undefined])[]
  /** An attribute that must still be as it was surveyed, so that nothing recorded since is undone. */
  readonly guard: readonly [string, AttributeValue | undefined]
}

/**
 * Puts derived state right; entries are not touched. Returns how many differences were left alone, because something was
 * recorded there meanwhile: run it again for those.
 */
export async function repair(
  client: DynamoDBClient,
  table: string,
  survey: Survey,
  differences: readonly Difference[],
): Promise<number> {
  let leftAlone = 0
  for (const each of repairsOf(survey, differences)) {
    if (!(await apply(client, table, each))) leftAlone += each.values.length
  }
  for (const each of differences) {
    if (each.kind !== 'address' || !each.stored || each.expected) continue
    if (!(await release(client, table, emailPk(each.emailHash), each.stored))) leftAlone++
  }
  return leftAlone
}

function* repairsOf(survey: Survey, differences: readonly Difference[]): Generator<Repair> {
  for (const difference of differences) {
    const { stored, expected } = difference
    if (difference.kind === 'refunds') {
      const name = refundsAttribute(difference.member)
      yield { pk: difference.pk, values: [[name, expected]], guard: [name, stored] }
    } else if (difference.kind === 'address' && expected) {
      yield { pk: emailPk(difference.emailHash), values: [['holder', expected]], guard: ['holder', stored] }
    }
  }
  const ofMembers = differences.filter((difference) => difference.kind === 'member')
  for (const [member, own] of Map.groupBy(ofMembers, (difference) => difference.member)) {
    const { uses = [], sums = [] } = Object.groupBy(own, ({ attribute }) => (isOfUses(attribute) ? 'uses' : 'sums'))
    const item = survey.members.get(member)
    yield* guardedBy('entries', item, { pk: memberPk(member), sk: '.' }, sums)
    yield* guardedBy('redemptions', item, { pk: memberPk(member), sk: '.' }, uses)
  }
  const ofCounts = differences.filter((difference) => difference.kind === 'count')
  for (const [place, own] of Map.groupBy(ofCounts, (difference) => difference.place)) {
    const [pk, sk] = keyAt(place)
    const count = pk.startsWith(COST_TOTALS) ? 'entries' : 'uses'
    yield* guardedBy(count, survey.counts.get(place), { pk, sk }, own)
  }
}

const isOfUses = (attribute: string) => attribute.startsWith(USES) || attribute === 'redemptions'

/** The count named changes with everything that is written there, so it guards the rest, and is itself repaired last. */
function* guardedBy(
  count: string,
  item: Item | undefined,
  place: Pick<Repair, 'pk' | 'sk'>,
  differences: readonly (Difference & { readonly attribute: string })[],
): Generator<Repair> {
  const sorted = differences.toSorted(
    (one, other) => Number(one.attribute === count) - Number(other.attribute === count),
  )
  for (let from = 0; from < sorted.length; from += MOST_ATTRIBUTES) {
    const values = sorted
      .slice(from, from + MOST_ATTRIBUTES)
      .map(({ attribute, expected }) => [attribute, expected] as const)
    yield { ...place, values, guard: [count, item?.[count]] }
  }
}

/** False when the guard was lost. */
async function apply(client: DynamoDBClient, table: string, { pk, sk, values, guard }: Repair): Promise<boolean> {
  const [guarded, seen] = guard
  const names = Object.fromEntries([['#guard', guarded], ...values.map(([name], index) => [`#${index}`, name])])
  const given = values.flatMap(([, value], index) => (value ? [[`:${index}`, value] as const] : []))
  const sets = values.flatMap(([, value], index) => (value ? [`#${index} = :${index}`] : []))
  const removals = values.flatMap(([, value], index) => (value ? [] : [`#${index}`]))
  const expression = [sets.length && `SET ${sets.join(', ')}`, removals.length && `REMOVE ${removals.join(', ')}`]
  const update = new UpdateItemCommand({
    TableName: table,
    Key: { ...keyOf(pk, sk) },
    UpdateExpression: expression.filter(Boolean).join(' '),
    ConditionExpression: seen ? '#guard = :seen' : 'attribute_not_exists(#guard)',
    ExpressionAttributeNames: names,
    ...((seen || given.length > 0) && {
      ExpressionAttributeValues: Object.fromEntries([...given, ...(seen ? [[':seen', seen] as const] : [])]),
    }),
  })
  return unlessLost(client.send(update))
}

/** An address nobody claims must leave nothing behind, so that it can be claimed again. */
function release(client: DynamoDBClient, table: string, pk: string, holder: AttributeValue): Promise<boolean> {
  const isAsSeen = 'holder = :seen'
  const remove = new DeleteItemCommand({
    TableName: table,
    Key: { ...keyOf(pk) },
    ConditionExpression: isAsSeen,
    ExpressionAttributeValues: { ':seen': holder },
  })
  return unlessLost(client.send(remove))
}

async function unlessLost(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
