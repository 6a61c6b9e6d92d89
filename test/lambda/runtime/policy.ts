/** A statement of a policy whose references are resolved. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

/** What a call takes by way of rights: one for each item of a transaction. */
export interface Right {
  /** "dynamodb:PutItem" */
  readonly action: string
  /** An ARN. */
  readonly resource: string
  /** What conditions look at, by its key: "dynamodb:LeadingKeys", "s3:prefix". */
  readonly about?: Readonly<Record<string, readonly string[]>>
}

/**
 * Whether statements allow something, as IAM decides it: nothing is allowed but by a statement, and one that denies wins.
 * Knows as much of IAM as the house uses, and throws for what it does not know, so that nothing is taken for allowed.
 */
export function isAllowed(statements: readonly Statement[], right: Right): boolean {
  const fitting = statements.filter((statement) => fits(statement, right))
  return fitting.length > 0 && fitting.every(({ Effect }) => Effect === 'Allow')
}

/** Whether a statement is about a right. */
export function fits(statement: Statement, { action, resource, about = {} }: Right): boolean {
  if (!('Action' in statement && 'Resource' in statement)) {
    throw new Error(
      `The evaluator knows no other statements than those with Action and Resource: ${JSON.stringify(statement)}`,
    )
  }
  return (
    listed(statement.Action).some((pattern) => isLike(pattern.toLowerCase(), action.toLowerCase())) &&
    listed(statement.Resource).some((pattern) => isLike(pattern, resource)) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) => holds(operator, keys, about))
  )
}

function holds(
  operator: string,
  keys: Readonly<Record<string, string | readonly string[]>>,
  about: Readonly<Record<string, readonly string[]>>,
): boolean {
  return Object.entries(keys).every(([key, patterns]) => {
    const asked = about[key] ?? []
    const isAnyOf = (value: string) => listed(patterns).some((pattern) => compared(operator, pattern, value))
    return operator.startsWith('ForAllValues:') ? asked.every(isAnyOf) : asked.length > 0 && asked.some(isAnyOf)
  })
}

function compared(operator: string, pattern: string, value: string): boolean {
  switch (operator) {
    case 'StringLike':
    case 'ForAllValues:StringLike':
      return isLike(pattern, value)
    case 'StringEquals':
    case 'ForAllValues:StringEquals':
      return pattern === value
    default:
      throw new Error(`The condition ${operator} is new in the template: teach it to the evaluator.`)
  }
}

/** `*` stands for any characters, `?` for one. */
function isLike(pattern: string, text: string): boolean {
  const expression = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${expression}$`, 's').test(text)
}

export const listed = (one: string | readonly string[]): readonly string[] => (typeof one === 'string' ? [one] : one)
