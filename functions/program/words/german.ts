import type { LimitWindow } from '../document.ts'
import { germanPeriod } from './german-periods.ts'
import type { Countable, Wording } from './wording.ts'

const LOCALE = 'de-DE'
const plural = new Intl.PluralRules(LOCALE)

const NOUNS: Readonly<Record<Countable, { readonly one: string; readonly other: string }>> = {
  order: { one: 'Bestellung', other: 'Bestellungen' },
  item: { one: 'Artikel', other: 'Artikel' },
  month: { one: 'Monat', other: 'Monate' },
  tier: { one: 'Stufe', other: 'Stufen' },
}

const TRACKS = {
  spend: 'Einkäufe',
  orders: 'Bestellungen',
  units: 'Artikel',
  lifetimeSpend: 'Einkäufe insgesamt',
  balance: 'Guthaben',
} as const

const WINDOWS: Readonly<Record<Exclude<LimitWindow, 'ever'>, string>> = {
  order: 'je Bestellung',
  day: 'am Tag',
  week: 'in der Woche',
  month: 'im Monat',
  quarter: 'im Quartal',
  year: 'im Jahr',
}

export const GERMAN: Wording = {
  locale: LOCALE,
  and,
  count,
  period: germanPeriod,
  price: (amount, per) => `${amount} im ${per === 'year' ? 'Jahr' : 'Monat'}`,
  inAll: (amount) => `${amount} gesamt`,
  keptFor: (amount, months) => `${amount} für ${months === 1 ? 'einen Monat' : count(months, 'month')}`,
  keepBalance: (kept) => `Guthaben von ${kept}`,
  aBalance: (kept) => `ein Guthaben von ${kept}`,
  spend: (needs) => `Einkäufe für ${needs}`,
  besides: ', dazu ',
  also: (need) => `und ${need}`,
  track: (measure) => TRACKS[measure],
  limit(count, per) {
    const times = count === 1 ? 'einmal' : `${count}-mal`
    if (per === 'ever') return count === 1 ? times : `insgesamt ${times}`
    return `${times} ${WINDOWS[per]}`
  },
  within: (categories) => `für ${and(categories)}`,
  over: (amount) => `bei Bestellungen ab ${amount}`,
  always: 'Immer',
  notIncluded: 'Nicht enthalten',
}

function count(count: number, what: Countable): string {
  const noun = NOUNS[what]
  return `${count.toLocaleString(LOCALE)} ${plural.select(count) === 'one' ? noun.one : noun.other}`
}

function and(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} und ${last}`
}
