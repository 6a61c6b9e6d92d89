const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    // The Swedish way of writing a time is ISO 8601 with a blank in its middle.
    const how = {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      dateStyle: 'short',
      timeStyle: 'medium',
    } as const
    format = new Intl.DateTimeFormat('sv-SE', how)
    formats.set(timeZone, format)
  }
  return format
}

/** What a clock in the zone shows at an instant (epoch milliseconds): "2026-05-20 14:05:09". */
export const localTime = (instant: number, timeZone: string): string => formatOf(timeZone).format(instant)
