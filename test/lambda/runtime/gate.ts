import type { AccountFunction } from './account.ts'
import { askedRights } from './asked-rights.ts'
import type { AwsRequest } from './aws-request.ts'
import { isAllowed, type Right, type Statement } from './policy.ts'
import { REGION } from './template-resource.ts'

/** A right that a function asked for, and whether its role has it. */
export interface AskedRight extends Right {
  /** "Portal" */
  readonly by: string
  readonly isAllowed: boolean
}

/** Takes rights away from a function, or gives it others, to see what comes of it. */
export type Amended = (statements: readonly Statement[], by: string) => readonly Statement[]

export interface Gate {
  /** Everything that was asked for, oldest first. */
  readonly asked: readonly AskedRight[]
  /** Whether the role of whoever signed a request allows all that it takes. */
  lets(request: AwsRequest): boolean
  /** Whether a caller has a right, which is not noted down. */
  may(caller: string, right: Right): boolean
}

export interface GateOptions {
  readonly functions: readonly AccountFunction[]
  /** ARN of the key that encrypts the table: the database uses it in the caller's name. */
  readonly tableKey: string
  readonly amended?: Amended | undefined
}

/** What IAM is: between the functions and the services. Throws for a caller who is no function of the account. */
export function openGate({ functions, tableKey, amended = (statements) => statements }: GateOptions): Gate {
  const asked: AskedRight[] = []
  const roles = new Map(
    functions.map(({ id, name, statements }) => [id, { name, statements: amended(statements, name) }]),
  )
  const roleOf = (caller: string) => {
    const role = roles.get(caller)
    if (role) return role
    throw new Error(`Somebody unknown asks AWS for something: "${caller}".`)
  }
  const may = (caller: string, right: Right) => isAllowed(roleOf(caller).statements, right)
  return {
    asked,
    may,
    lets: (request) => {
      const rights = [...askedRights(request), ...keyRights(request, tableKey)].map((right) => ({
        ...{ ...right, by: roleOf(request.caller).name, isAllowed: may(request.caller, right) },
      }))
      asked.push(...rights)
      return rights.every((right) => right.isAllowed)
    },
  }
}

/** What a request to an encrypted table takes besides ("DynamoDB encryption at rest: usage notes"). */
function keyRights({ service, operation }: AwsRequest, resource: string): readonly Right[] {
  if (service !== 'dynamodb') return []
  const about = { 'kms:ViaService': [`dynamodb.${REGION}.amazonaws.com`] }
  const actions = /Put|Update|Delete|Write/.test(operation) ? ['Decrypt', 'Encrypt', 'GenerateDataKey'] : ['Decrypt']
  return actions.map((action) => ({ action: `kms:${action}`, resource, about }))
}

/** "Portal: dynamodb:PutItem on arn:aws:dynamodb:… (dynamodb:LeadingKeys member:m-1)": what is missing, to be read by whoever mends it. */
export function missing(asked: readonly AskedRight[]): readonly string[] {
  const refused = asked.filter((right) => !right.isAllowed)
  return [
    ...new Set(
      refused.map(({ by, action, resource, about = {} }) => {
        const details = Object.entries(about).map(([key, values]) => ` (${key} ${values.join(', ')})`)
        return `${by}: ${action} on ${resource}${details.join('')}`
      }),
    ),
  ]
}
