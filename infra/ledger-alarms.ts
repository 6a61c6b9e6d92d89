import { Duration } from 'aws-cdk-lib'
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { type ITableV2, Operation } from 'aws-cdk-lib/aws-dynamodb'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { HISTORY, ORDERS, PERIOD } from './data.ts'
import { FIVE_MINUTES, RunbookAlarm } from './runbook-alarm.ts'

export interface LedgerAlarmsProps {
  readonly table: ITableV2
  /** US dollars; null: as if it were {@link USUAL_BUDGET_USD}. */
  readonly monthlyBudgetUsd: number | null
  readonly topic: ITopic
}

/** What a stage may cost a month where nobody has said. */
const USUAL_BUDGET_USD = 100
/** A month has 730 hours, so an hour that takes this share of its budget goes at seven times an even pace. */
const SHARE_OF_BUDGET = 0.01
/** US dollars of a million units on demand in us-east-1; `functions/local/costs/prices.ts` says where they were read. */
const PRICE_USD = { reads: 0.125, writes: 0.625 }

const INDEXES = [HISTORY, PERIOD, ORDERS]
/** What the ledger is asked for, by whose names DynamoDB counts. */
const OPERATIONS = [
  ...[Operation.GET_ITEM, Operation.BATCH_GET_ITEM, Operation.QUERY, Operation.SCAN],
  ...[Operation.PUT_ITEM, Operation.UPDATE_ITEM, Operation.DELETE_ITEM, Operation.TRANSACT_WRITE_ITEMS],
]

/** Whether the one table takes what it is given, and at what pace. */
export class LedgerAlarms extends Construct {
  constructor(scope: Construct, id: string, { table, monthlyBudgetUsd, topic }: LedgerAlarmsProps) {
    super(scope, id)
    const { tableName } = table
    new RunbookAlarm(this, 'LedgerRefusesWork', {
      ...{ page: 'the-ledger-refuses-work', topic, atLeast: 1 },
      says: 'The ledger turned requests away, because one of its partitions had more than it can take.',
      metric: summed([
        ...['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) => ofTable(tableName, name, FIVE_MINUTES)),
        ...INDEXES.map((index) => ofTable(tableName, 'WriteThrottleEvents', FIVE_MINUTES, index)),
      ]),
    })
    new RunbookAlarm(this, 'LedgerFails', {
      ...{ page: 'the-ledger-fails', topic, atLeast: 3 },
      says: 'DynamoDB failed to answer three times or more in five minutes, by a fault of its own.',
      metric: summed(OPERATIONS.map((operation) => faultsAt(tableName, operation))),
    })
    const mostUsd = SHARE_OF_BUDGET * (monthlyBudgetUsd ?? USUAL_BUDGET_USD)
    new RunbookAlarm(this, 'LedgerCostsTooMuch', {
      ...{ page: 'the-ledger-costs-more-than-it-should', topic, atLeast: mostUsd },
      says: `The ledger was read or written so much in an hour that it cost ${mostUsd} dollars or more.`,
      metric: costOf(tableName),
    })
  }
}

/** US dollars an hour. Indexes are written with the table, and read too seldom to matter. */
function costOf(tableName: string): MathExpression {
  const period = Duration.hours(1)
  const writes = [undefined, ...INDEXES].map((index) => ofTable(tableName, 'ConsumedWriteCapacityUnits', period, index))
  const written = writes.map((_, at) => `FILL(w${at}, 0)`).join(' + ')
  return new MathExpression({
    expression: `(${PRICE_USD.reads} * FILL(reads, 0) + ${PRICE_USD.writes} * (${written})) / 1000000`,
    usingMetrics: {
      reads: ofTable(tableName, 'ConsumedReadCapacityUnits', period),
      ...Object.fromEntries(writes.map((metric, at) => [`w${at}`, metric])),
    },
    label: 'US dollars an hour',
    period,
  })
}

/** Faults of DynamoDB's own at one operation. The library's own sum of them is nothing as soon as one has none to tell. */
const faultsAt = (tableName: string, operation: Operation): Metric =>
  new Metric({
    ...{ namespace: 'AWS/DynamoDB', metricName: 'SystemErrors', period: FIVE_MINUTES, statistic: 'Sum' },
    dimensionsMap: { TableName: tableName, Operation: operation },
  })

/** Events are counted only where there were some: what was not counted is none. */
function summed(metrics: readonly Metric[]): MathExpression {
  return new MathExpression({
    expression: metrics.map((_, at) => `FILL(m${at}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(metrics.map((metric, at) => [`m${at}`, metric])),
    label: 'in all',
    period: FIVE_MINUTES,
  })
}

/** A metric of the table, or of one of its indexes, which DynamoDB counts apart. */
export function ofTable(tableName: string, metricName: string, period: Duration, index?: string): Metric {
  const dimensionsMap = { TableName: tableName, ...(index !== undefined && { GlobalSecondaryIndexName: index }) }
  return new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, period, statistic: 'Sum' })
}
