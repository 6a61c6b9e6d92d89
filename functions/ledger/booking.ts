import type { Month } from '#program/month.ts'

/** When something is booked: an instant (epoch milliseconds), and the month it lies in. */
export interface Booking {
  readonly at: number
  readonly month: Month
}
