import { regionLacks } from './regions.ts'
import type { Place } from './setting-readers.ts'
import type { StageSettings } from './stage-settings.ts'

/** Faults of settings that are right one by one. */
export function findDisagreements(settings: Omit<StageSettings, 'stage'>, at: Place): void {
  const { region, account, ledger, monthlyBudgetUsd, alarmMail, provider, senderMail } = settings
  if (monthlyBudgetUsd !== null && regionLacks(region, 'Budgets')) {
    at.within('monthlyBudgetUsd').fault(
      `CloudFormation has no AWS Budgets in ${region}. Leave it out, or choose a region.`,
    )
  }
  if (provider && senderMail !== null) {
    at.within('senderMail').fault('With a provider of one’s own it is that which writes to people. Leave it out.')
  }
  if (monthlyBudgetUsd !== null && alarmMail === null) {
    at.within('alarmMail').fault(
      'It is missing, and nobody would be told of the budget. Write who is: "ops@shop.example".',
    )
  }
  if (!ledger) return
  const [, , , where, whose, table = ''] = ledger.streamArn.split(':')
  const place = at.within('ledger').within('streamArn')
  if (where !== region) place.fault(`It is of a table in ${where}. The ledger has to be in ${region}.`)
  if (account !== null && whose !== account)
    place.fault(`It is of account ${whose}. The ledger has to be in ${account}.`)
  if (table.split('/')[1] !== ledger.tableName)
    place.fault(`It is of another table. Write the stream of "${ledger.tableName}".`)
}
