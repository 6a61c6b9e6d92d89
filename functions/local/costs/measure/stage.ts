import { readFile } from 'node:fs/promises'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { acceptFindings } from '../../../../infra/accepted-findings.ts'
import { stageSettings } from '../../../../infra/stage-settings.ts'
import { stageStacks } from '../../../../infra/stage-stacks.ts'
import type { Stage } from './measured.ts'

interface Resource {
  readonly Type: string
  readonly Properties?: Readonly<Record<string, unknown>>
}

const STAGE = 'prod'
const DAYS = 30.4

/** Counts what the template of the stage "prod" has that costs something whether it is used or not. */
export async function measureStage(): Promise<Stage> {
  const text = await readFile(new URL('../../../../cdk.json', import.meta.url), 'utf8')
  const { context } = JSON.parse(text) as { readonly context: Readonly<Record<string, unknown>> }
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } })
  const settings = stageSettings((key) => (key === 'stage' ? STAGE : context[key]))
  const stacks = stageStacks(app, settings)
  stacks.forEach(acceptFindings)
  const resources = stacks.flatMap((stack) =>
    Object.entries(Template.fromStack(stack).toJSON().Resources as Record<string, Resource>),
  )
  const all = (type: string) => resources.filter(([, { Type }]) => Type === type)
  const acls = all('AWS::WAFv2::WebACL')
  const queues = all('AWS::Lambda::EventSourceMapping').filter(([, { Properties }]) => !Properties?.StartingPosition)
  return {
    memoryMb: memoryOf(all('AWS::Lambda::Function')),
    firewalls: acls.length,
    firewallRules: acls.reduce((sum, [, { Properties }]) => sum + ((Properties?.Rules as []) ?? []).length, 0),
    machineClients: all('AWS::Cognito::UserPoolClient').filter(isMachines).length,
    keys: all('AWS::KMS::Key').length,
    secrets: all('AWS::SecretsManager::Secret').length,
    alarmMetrics: all('AWS::CloudWatch::Alarm').reduce((sum, [, alarm]) => sum + metricsOf(alarm), 0),
    dashboards: all('AWS::CloudWatch::Dashboard').length,
    backupCopies: all('AWS::Backup::BackupPlan').reduce((sum, [, plan]) => sum + copiesOf(plan), 0),
    scheduled: [...all('AWS::Events::Rule'), ...all('AWS::Scheduler::Schedule')].reduce(
      (sum, [, { Properties }]) => sum + Math.ceil(timesAMonth(Properties?.ScheduleExpression)),
      0,
    ),
    polledQueues: queues.length,
    turnsAtOnce: turnsAtOnceOf(queues),
    requestsPerSecond: settings.requestsPerSecond,
  }
}

const ROOMS: Readonly<Record<keyof Stage['memoryMb'], RegExp>> = {
  ...{ portal: /Portal/, intake: /Intake/, desk: /Desk/, studio: /Studio/, finance: /Finance/ },
  ...{ stream: /Keeper/, publisher: /Publisher/ },
}

function memoryOf(functions: readonly (readonly [string, Resource])[]): Stage['memoryMb'] {
  const memory = Object.entries(ROOMS).map(([room, name]) => {
    const found = functions.find(([id]) => name.test(id))
    if (!found) throw new Error(`The template has no function whose name fits ${name}.`)
    return [room, Number(found[1].Properties?.MemorySize)]
  })
  return Object.fromEntries(memory) as Stage['memoryMb']
}

function turnsAtOnceOf([work]: readonly (readonly [string, Resource])[]): number {
  const { MaximumConcurrency } = (work?.[1].Properties?.ScalingConfig ?? {}) as { readonly MaximumConcurrency?: number }
  if (MaximumConcurrency === undefined)
    throw new Error('The template does not say how much of the turn is done at once.')
  return MaximumConcurrency
}

const isMachines = ([, { Properties }]: readonly [string, Resource]): boolean =>
  ((Properties?.AllowedOAuthFlows ?? []) as readonly string[]).includes('client_credentials')

/** One that reckons with several metrics is billed for each. */
function metricsOf({ Properties }: Resource): number {
  const metrics = (Properties?.Metrics ?? []) as readonly { readonly MetricStat?: object }[]
  return Math.max(1, metrics.filter(({ MetricStat }) => MetricStat).length)
}

interface Backup {
  readonly BackupPlan: {
    readonly BackupPlanRule: readonly {
      readonly ScheduleExpression: string
      readonly Lifecycle: { readonly DeleteAfterDays: number }
    }[]
  }
}

/** A rule makes a copy on each of its days, and keeps it for so many. */
function copiesOf({ Properties }: Resource): number {
  const { BackupPlan } = Properties as unknown as Backup
  return BackupPlan.BackupPlanRule.reduce((sum, { ScheduleExpression, Lifecycle }) => {
    return sum + Math.round((Lifecycle.DeleteAfterDays * timesAMonth(ScheduleExpression)) / DAYS)
  }, 0)
}

/** Of a cron expression of AWS: minute, hour, day, month, weekday, year. */
function timesAMonth(expression: unknown): number {
  const [, hour, day, , weekday] = /^cron\((.*)\)$/.exec(String(expression))?.[1]?.split(' ') ?? []
  if (expression === undefined) return 0
  if (hour === undefined) throw new Error(`How often is ${String(expression)}?`)
  const days = /\d/.test(day ?? '') ? 1 : /[A-Z\d]/.test(weekday ?? '') ? DAYS / 7 : DAYS
  return days * (hour === '*' ? 24 : 1)
}
