const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/

/** What was given is no instant; the message says why and how it should look. */
export class InstantError extends Error {
  override readonly name = 'InstantError'
}

/**
 * "2026-05-20T12:00:00.5+02:00" → epoch milliseconds. RFC 3339 with its offset; days that do not exist, leap seconds and
 * parts of a millisecond are refused rather than moved or rounded. Throws {@link InstantError}.
 */
export function parseInstant(text: string): number {
  const match = RFC_3339.exec(text)
  if (!match) throw new InstantError(`${formFault(text)} Write it as in "2026-05-20T10:00:00Z".`)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    throw new InstantError(`There is no day ${text.slice(0, 10)}. Correct the date.`)
  }
  if (second === 60) throw new InstantError('Leap seconds are not counted. Send the second before or after.')
  if (hour > 23 || minute > 59 || second > 59) {
    throw new InstantError(`There is no time ${text.slice(11, 19)} of a day. It goes from 00:00:00 to 23:59:59.`)
  }
  const utc = new Date(0)
  utc.setUTCFullYear(year, month - 1, day)
  utc.setUTCHours(hour, minute, second, milliseconds(match[7] ?? ''))
  return utc.getTime() - offsetMs(match[8], match[9], match[10])
}

/** Epoch milliseconds as RFC 3339 in UTC, without a fraction that is zero: "2026-05-20T10:00:00Z". */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}

function formFault(text: string): string {
  if (/T[\d:.]+ \d\d:\d\d$/i.test(text)) return 'The + of the offset became a space: in an address write %2B.'
  if (/T[\d:.]+$/i.test(text)) return 'The time has no offset (Z or as in +01:00).'
  return 'This is not an RFC 3339 time.'
}

const daysIn = (year: number, month: number) => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

function milliseconds(fraction: string): number {
  if (/[1-9]/.test(fraction.slice(3)))
    throw new InstantError('The time is finer than a millisecond. Send at most 3 decimals.')
  return Number(fraction.slice(0, 3).padEnd(3, '0'))
}

function offsetMs(sign: string | undefined, hours: string | undefined, minutes: string | undefined): number {
  if (sign === undefined) return 0
  if (Number(hours) > 23 || Number(minutes) > 59) {
    throw new InstantError(`There is no offset ${sign}${hours}:${minutes}. It goes from -23:59 to +23:59.`)
  }
  return (sign === '-' ? -60_000 : 60_000) * (Number(hours) * 60 + Number(minutes))
}
