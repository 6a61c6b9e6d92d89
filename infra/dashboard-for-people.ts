import { Duration } from 'aws-cdk-lib'
import { type IWidget, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { DashboardProps } from './dashboard.ts'
import { figure, lines, section } from './dashboard-section.ts'
import type { RoomFunction } from './room-function.ts'
import { FIVE_MINUTES } from './runbook-alarm.ts'
import { counted } from './stage-metrics.ts'

const HOUR = Duration.hours(1)
const DAY = Duration.days(1)
/** Where CloudFront and the bill are counted. */
const US_EAST_1 = 'us-east-1'

/** Whether members and visitors get what they came for. */
export function forCustomers({ scope, audiences: { portal }, api, distributionId }: DashboardProps) {
  const counts = (fact: string, label: string) => counted(scope, 'portal', fact, { label })
  const pages = new Metric({
    ...{ namespace: 'AWS/CloudFront', metricName: '5xxErrorRate', region: US_EAST_1, period: FIVE_MINUTES },
    ...{ dimensionsMap: { DistributionId: distributionId, Region: 'Global' }, label: 'pages and API, percent' },
  })
  const errors = api.metricServerError({ period: FIVE_MINUTES, statistic: Stats.SUM, label: 'errors of the API' })
  return section(
    'Customers',
    'How long a member waits, how many answers were given, and how many could not be. Half of all waits are shorter than p50, all but one in twenty shorter than p95.',
    lines('How long the portal takes, milliseconds', waits(portal)),
    lines('Standings shown and people signed in', [
      ...[counts('standingShown', 'standings'), counts('signedIn', 'signed in')],
      counts('signInFailed', 'could not sign in'),
    ]),
    lines('Errors that visitors met', [errors], [pages]),
    lines(
      'Answers of the portal',
      ['answered', 'refused', 'failed'].map((kind) => counts(kind, kind)),
    ),
  )
}

/** Whether what was published is what is seen. */
export function forMarketing({ scope }: DashboardProps): readonly IWidget[] {
  const took = counted(scope, 'publisher', 'pagesMilliseconds', { statistic: Stats.MAXIMUM, label: 'milliseconds' })
  return section(
    'Marketing',
    'What was published, and that the pages are looked at every hour: an hour without is a gap, and after three of them the pages may be stale. Changes of tier are told to other systems, such as the one that sends mail.',
    lines('Published, by day', [
      counted(scope, 'studio', 'published', { period: DAY, label: 'editions and wordings' }),
    ]),
    lines(
      'Pages brought up to date, by hour, and how long it took',
      [counted(scope, 'publisher', 'pagesRefreshed', { period: HOUR, label: 'times' })],
      [took],
    ),
    lines('Changes of tier told, by day', [
      counted(scope, 'herald', 'tierChangesTold', { period: DAY, label: 'members' }),
    ]),
  )
}

/** What perks were used, what was taken out of the books, and what running it costs. */
export function forFinance({ scope }: DashboardProps): readonly IWidget[] {
  const byDay = (room: string, fact: string, label: string) => counted(scope, room, fact, { period: DAY, label })
  const bill = new Metric({
    ...{ namespace: 'AWS/Billing', metricName: 'EstimatedCharges', region: US_EAST_1 },
    ...{ dimensionsMap: { Currency: 'USD' }, statistic: Stats.MAXIMUM, period: DAY, label: 'US dollars' },
  })
  return section(
    'Finance',
    'Uses of perks and their reversals as they were booked, months closed and files taken. The bill is that of the whole account this month; it is shown where billing alerts are switched on.',
    lines('Perks, by day', [byDay('desk', 'redeemed', 'used'), byDay('desk', 'reversed', 'taken back')]),
    lines('The books, by day', [
      ...[byDay('finance', 'monthClosed', 'months closed'), byDay('finance', 'exported', 'exports')],
      byDay('analytics', 'entriesKept', 'entries kept as files'),
    ]),
    figure('What AWS costs this month', bill),
  )
}

/** Whether what shops and tills send is taken. */
export function forShops({ scope, audiences: { intake, desk } }: DashboardProps): readonly IWidget[] {
  const outcomes = ['recorded', 'duplicate', 'conflict', 'rejected', 'retry']
  return section(
    'Shops and tills',
    'Every event that a shop sends ends as one of five. What was rejected and what conflicts is kept for whoever mends it; a retry was not stored, and the shop sends it again.',
    lines(
      'What became of events',
      outcomes.map((outcome) => counted(scope, 'intake', outcome)),
    ),
    lines('At the counter', [
      counted(scope, 'desk', 'redeemed', { label: 'perks used' }),
      counted(scope, 'desk', 'notGranted', { label: 'not granted, by the rules' }),
    ]),
    lines('How long shops wait, milliseconds', waits(intake)),
    lines('How long tills wait, milliseconds', waits(desk)),
  )
}

const waits = ({ alias }: RoomFunction): readonly Metric[] =>
  [50, 95].map((percent) =>
    alias.metricDuration({ period: FIVE_MINUTES, statistic: Stats.p(percent), label: `p${percent}` }),
  )
