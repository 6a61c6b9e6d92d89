import { tableSchema } from '#ledger/table.ts'
import type { AwsRequest } from './aws-request.ts'
import type { Right } from './policy.ts'
import { ACCOUNT, REGION } from './template-resource.ts'

type Attributes = Readonly<Record<string, { readonly S?: string; readonly N?: string }>>

/** As much of the operations of DynamoDB as rights are about. */
interface Operation {
  readonly TableName?: string
  readonly IndexName?: string
  readonly Key?: Attributes
  readonly Item?: Attributes
  readonly KeyConditionExpression?: string
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>
  readonly ExpressionAttributeValues?: Attributes
  readonly TransactItems?: readonly Readonly<Record<string, Operation>>[]
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly Attributes[] }>>
}

const IN_TRANSACTIONS: Readonly<Record<string, string>> = {
  ...{
    Put: 'PutItem',
    Update: 'UpdateItem',
    Delete: 'DeleteItem',
    ConditionCheck: 'ConditionCheckItem',
    Get: 'GetItem',
  },
}

/** The rights that an operation takes ("Identity-based policies for DynamoDB transactions": those of its parts). */
export function databaseRights({ operation, body }: AwsRequest): readonly Right[] {
  const asked = JSON.parse(body.toString()) as Operation
  switch (operation) {
    case 'GetItem':
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [rightOf(operation, asked, keyOf(asked))]
    case 'Query':
      return [rightOf(operation, asked, conditionOf(asked))]
    case 'Scan':
      return [rightOf(operation, asked, [])]
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return transactionRights((asked.TransactItems ?? []).flatMap((item) => Object.entries(item)))
    case 'BatchGetItem':
      return Object.entries(asked.RequestItems ?? {}).map(([TableName, { Keys }]) =>
        rightOf(
          operation,
          { TableName },
          Keys.flatMap((Key) => keyOf({ Key })),
        ),
      )
    default:
      throw new Error(`The functions ask the database for ${operation}, which is new: say here what rights it takes.`)
  }
}

/**
 * AWS does not say whether a condition sees the keys of one part or of all parts of a kind. Whoever has the right to the
 * latter, all by one statement, has it either way.
 */
function transactionRights(parts: readonly (readonly [kind: string, part: Operation])[]): readonly Right[] {
  return [...Map.groupBy(parts, ([kind]) => kind)].map(([kind, alike]) => {
    const leading = alike.flatMap(([, part]) => keyOf(part))
    return rightOf(IN_TRANSACTIONS[kind] ?? kind, alike[0]?.[1] ?? {}, leading)
  })
}

function rightOf(operation: string, { TableName = '', IndexName }: Operation, leading: readonly string[]): Right {
  const table = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${TableName}`
  return {
    action: `dynamodb:${operation}`,
    resource: IndexName === undefined ? table : `${table}/index/${IndexName}`,
    about: { 'dynamodb:LeadingKeys': leading },
  }
}

const keyOf = ({ Key, Item }: Operation): readonly string[] => [(Key ?? Item)?.pk?.S ?? '']

/** The value of the partition key that a query names. */
function conditionOf(asked: Operation): readonly string[] {
  const {
    IndexName,
    KeyConditionExpression = '',
    ExpressionAttributeNames = {},
    ExpressionAttributeValues = {},
  } = asked
  const index = tableSchema.GlobalSecondaryIndexes.find((one) => one.IndexName === IndexName)
  const hash = (index ?? tableSchema).KeySchema[0]?.AttributeName
  for (const [, name = '', value = ''] of KeyConditionExpression.matchAll(/(#?\w+)\s*=\s*(:\w+)/g)) {
    if ((ExpressionAttributeNames[name] ?? name) === hash) return [ExpressionAttributeValues[value]?.S ?? '']
  }
  throw new Error(`No partition is named in "${KeyConditionExpression}".`)
}
