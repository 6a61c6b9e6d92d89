import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { writeUnitsOf } from './write-units.ts'

/** What some work asked of the database. */
export interface Asked {
  readonly calls: number
  readonly readUnits: number
  readonly writeUnits: number
}

interface Consumed {
  readonly CapacityUnits?: number
}

/**
 * Counts what goes through a client from now on; the answer says what came since the last asking. Units of reading are what
 * the database says, units of writing are reckoned by AWS's rules (`write-units.ts`), for which `plain` reads.
 */
export function watched(client: DynamoDBClient, plain: DynamoDBClient, table: string): () => Asked {
  let asked = { calls: 0, readUnits: 0, writeUnits: 0 }
  client.middlewareStack.add(
    (next) => async (args) => {
      const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' }
      const { answer, units } = await writeUnitsOf({ plain, table }, input, () => next({ ...args, input }))
      const { calls, readUnits, writeUnits } = asked
      const read = units > 0 ? 0 : consumedIn(answer.output)
      asked = { calls: calls + 1, readUnits: readUnits + read, writeUnits: writeUnits + units }
      return answer
    },
    { step: 'initialize', name: 'watched' },
  )
  return () => {
    const since = asked
    asked = { calls: 0, readUnits: 0, writeUnits: 0 }
    return since
  }
}

function consumedIn(output: object): number {
  const { ConsumedCapacity = [] } = output as { readonly ConsumedCapacity?: Consumed | readonly Consumed[] }
  return [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
}
