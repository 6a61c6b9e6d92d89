import { isCurrency } from '../currency.ts'
import type { PerkDocument, TierDocument } from '../document.ts'
import { MoneyError, parseMoney } from '../money.ts'
import { isTimeZone } from '../zone.ts'
import { type Finding, place } from './finding.ts'
import type { Subject } from './subject.ts'

/** An amount of the document and where it stands. */
interface Amount {
  readonly at: string
  readonly text: string
}

/** Currency and time zone exist, and every amount is one in that currency. */
export function checkAmounts({ document, costs }: Subject): Finding[] {
  const { currency, timeZone, tiers, perks, plans = [] } = document
  const zone = isTimeZone(timeZone) ? [] : [unknownZone(timeZone)]
  if (!isCurrency(currency)) return [unknownCurrency(currency), ...zone]
  const amounts = [
    ...tiers.flatMap((tier, index) => amountsOfTier(tier, place('tiers', index))),
    ...plans.map(({ price }, index) => ({ at: place('plans', index, 'price'), text: price })),
    ...perks.flatMap((perk, index) => amountsOfPerk(perk, place('perks', index))),
    ...Object.entries(costs).flatMap(([perk, { unit, budget }]) => [
      { at: place('costs', perk, 'unit'), text: unit },
      ...(budget ? [{ at: place('costs', perk, 'budget', 'amount'), text: budget.amount }] : []),
    ]),
  ]
  return [...zone, ...amounts.flatMap((amount) => badAmount(amount, currency))]
}

function amountsOfTier({ qualify = [] }: TierDocument, at: string): Amount[] {
  return qualify.flatMap(({ spend, lifetimeSpend, balance }, row) =>
    Object.entries({ spend, lifetimeSpend, balance }).flatMap(([measure, text]) =>
      text === undefined ? [] : [{ at: at + place('qualify', row, measure), text }],
    ),
  )
}

function amountsOfPerk({ worth, terms }: PerkDocument, at: string): Amount[] {
  const overs = Object.entries(terms).flatMap(([tier, { over }]) =>
    over === undefined ? [] : [{ at: at + place('terms', tier, 'over'), text: over }],
  )
  return [{ at: at + place('worth'), text: worth }, ...overs]
}

function badAmount({ at, text }: Amount, currency: string): Finding[] {
  try {
    parseMoney(text, currency)
    return []
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error
    const mend = `Write an amount in ${currency} with no more than its decimals.`
    return [{ kind: 'error', place: at, code: 'bad_money', message: error.message, mend }]
  }
}

const unknownCurrency = (currency: string): Finding => ({
  ...{ kind: 'error', place: place('currency'), code: 'unknown_currency' },
  message: `"${currency}" is not a currency of ISO 4217.`,
  mend: 'Use a code such as GBP or EUR.',
})

const unknownZone = (timeZone: string): Finding => ({
  ...{ kind: 'error', place: place('timeZone'), code: 'unknown_zone' },
  message: `"${timeZone}" is not a time zone of the IANA database.`,
  mend: 'Use a name such as Europe/London.',
})
