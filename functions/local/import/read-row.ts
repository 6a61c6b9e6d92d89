import { currencyDecimals } from '#program/currency.ts'
import { addressFrom } from './address.ts'
import type { CsvRow } from './csv-rows.ts'
import { compareDecimals, type Decimal, multiply, parseDecimal, roundHalfEven } from './decimal.ts'
import { ENROLMENT } from './enrolling.ts'
import { Fault } from './fault.ts'
import type { Condition, Profile, Rule } from './profile.ts'
import type { Line, RowReading } from './row-reading.ts'
import { timeReader } from './time-format.ts'
import type { TimeTerms } from './time-terms.ts'

type Cells = Readonly<Record<string, string>>

/** As the API has it: what is further in the future is a mistake, not a clock that is a little ahead. */
const TOLERANCE_MS = 600_000

/** Makes the reader of a profile's rows: pure, so a row comes to the same whenever it is read. */
export function rowReader(profile: Profile, { now, monthsLater }: TimeTerms): (row: CsvRow) => RowReading {
  const timeOf = timeReader(profile.time.format, profile.time.zone, monthsLater)
  const read = { profile, timeOf, latest: now + TOLERANCE_MS }
  return ({ row, cells, cellCount, columnCount }) => {
    const id = cells[profile.id] ?? ''
    try {
      if (cellCount !== columnCount) throw new Fault('wrong-number-of-cells', `${cellCount} instead of ${columnCount}`)
      const rule = profile.rows.find(({ when }) => fits(when ?? {}, cells, profile))
      if (!rule) throw new Fault('no-rule', `${profile.id} ${quote(id)}`)
      if (rule.skip !== undefined) return { kind: 'skipped', row, reason: rule.skip }
      return { kind: 'line', line: { row, id: identifier(cells, profile.id), ...lineOf(read, rule, cells) } }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return { kind: 'rejected', row, id, reason: error.reason, detail: error.message }
    }
  }
}

interface Reading {
  readonly profile: Profile
  readonly timeOf: ReturnType<typeof timeReader>
  readonly latest: number
}

function lineOf({ profile, timeOf, latest }: Reading, rule: Rule, cells: Cells): Omit<Line, 'row' | 'id'> {
  const { time, currency, currencyColumn, units, purchase } = profile
  if (currencyColumn !== undefined && cells[currencyColumn] !== currency) {
    throw new Fault('other-currency', `${currencyColumn} ${quote(cells[currencyColumn] ?? '')}, expected ${currency}`)
  }
  const placed = timeOf(cells[time.column] ?? '')
  if (!placed) throw new Fault('bad-time', `${time.column} ${quote(cells[time.column] ?? '')}, expected ${time.format}`)
  if (placed.instant > latest) throw new Fault('in-the-future', `${time.column} ${quote(cells[time.column] ?? '')}`)
  const sign = rule.sign === 'negative' ? -1 : 1
  const givenBack = rule.as === 'refund' && purchase !== undefined && cells[purchase] !== ''
  const member = memberOf(profile, cells)
  return {
    type: rule.as ?? 'purchase',
    subject: member,
    time: placed.instant,
    clock: placed.clock,
    amountMinor: sign * whole(amountOf(profile, cells), currencyDecimals(currency), 'the amount'),
    units: units === undefined ? undefined : sign * countOf(cells, units, profile),
    purchase: givenBack ? identifier(cells, purchase) : undefined,
    address: addressOf(profile, cells, member),
  }
}

function memberOf({ subject: { column, withoutEnding }, enrol }: Profile, cells: Cells): string {
  const member = identifier(cells, column, withoutEnding)
  const longest = LONGEST_ID - (enrol ? ENROLMENT.length : 0)
  if (member.length <= longest) return member
  throw new Fault('bad-id', `${column} ${quote(member)} is longer than the ${longest} that leave room for an enrolment`)
}

/** Where the address names the member's column, the member is meant, with any ending taken off. */
function addressOf({ enrol, subject }: Profile, cells: Cells, member: string): string | undefined {
  return enrol && addressFrom(enrol.email, (column) => (column === subject.column ? member : (cells[column] ?? '')))
}

function fits(when: Readonly<Record<string, Condition>>, cells: Cells, profile: Profile): boolean {
  return Object.entries(when).every(([column, { is, startsWith, below }]) => {
    const cell = cells[column] ?? ''
    if (is !== undefined) return cell === is
    if (startsWith !== undefined) return cell.startsWith(startsWith)
    return compareDecimals(numberIn(cells, column, profile), { digits: BigInt(below ?? 0), decimals: 0 }) < 0
  })
}

function amountOf(profile: Profile, cells: Cells): Decimal {
  const { column, product } = profile.amount
  if (product) return multiply(numberIn(cells, product[0], profile), numberIn(cells, product[1], profile))
  return numberIn(cells, column ?? '', profile)
}

function countOf(cells: Cells, column: string, profile: Profile): number {
  const count = numberIn(cells, column, profile)
  if (count.digits % 10n ** BigInt(count.decimals) !== 0n) {
    throw new Fault('bad-number', `${column} ${quote(cells[column] ?? '')} is not a whole number`)
  }
  return whole(count, 0, column)
}

function numberIn(cells: Cells, column: string, { decimalMark }: Profile): Decimal {
  const number = parseDecimal(cells[column] ?? '', decimalMark)
  if (!number) throw new Fault('bad-number', `${column} ${quote(cells[column] ?? '')}`)
  return number
}

/** Rounded half even to so many decimals. Every row is an amount of money by itself: rounded first, then summed. */
function whole(number: Decimal, decimals: number, what: string): number {
  const rounded = Number(roundHalfEven(number, decimals))
  if (!Number.isSafeInteger(rounded)) throw new Fault('too-large', what)
  return rounded
}

const CONTROL = /\p{Cc}/u
const LONGEST_ID = 128

function identifier(cells: Cells, column: string, withoutEnding = ''): string {
  const cell = cells[column] ?? ''
  const id = withoutEnding !== '' && cell.endsWith(withoutEnding) ? cell.slice(0, -withoutEnding.length) : cell
  const good =
    id.length >= 1 && id.length <= LONGEST_ID && !CONTROL.test(id) && id.isWellFormed() && id === id.normalize('NFC')
  if (!good) throw new Fault('bad-id', `${column} ${quote(cell)}`)
  return id
}

const quote = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
