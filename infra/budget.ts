import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import { Construct } from 'constructs'
import type { StageSettings } from './stage-settings.ts'

/** Percent of the budget at which somebody is written to, while there is time to do something, and when it is used. */
const FORECAST_PERCENT = 80
const USED_PERCENT = 100

/**
 * What a stage may cost a month: of what bears its tag, which has to be activated for cost allocation once in an account.
 * Nobody is stopped by it. There is none where nobody would be written to.
 */
export class Budget extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { stage, monthlyBudgetUsd, alarmMail }: Pick<StageSettings, 'stage' | 'monthlyBudgetUsd' | 'alarmMail'>,
  ) {
    super(scope, id)
    if (monthlyBudgetUsd === null || alarmMail === null) return
    const subscribers = [{ subscriptionType: 'EMAIL', address: alarmMail }]
    const at = (notificationType: 'FORECASTED' | 'ACTUAL', threshold: number) => ({
      notification: { notificationType, threshold, thresholdType: 'PERCENTAGE', comparisonOperator: 'GREATER_THAN' },
      subscribers,
    })
    new CfnBudget(this, 'Month', {
      budget: {
        ...{ budgetType: 'COST', timeUnit: 'MONTHLY' },
        budgetLimit: { amount: monthlyBudgetUsd, unit: 'USD' },
        // "user:" is what AWS puts before a tag that is not its own.
        costFilters: { TagKeyValue: [`user:cleartier:stage$${stage}`] },
      },
      notificationsWithSubscribers: [at('FORECASTED', FORECAST_PERCENT), at('ACTUAL', USED_PERCENT)],
    })
  }
}
