import type { Booked } from '../books.ts'

/** The id that an entry's leaf has. */
export function bookedId(booked: Booked): string {
  switch (booked.kind) {
    case 'event':
      return booked.entry.id
    case 'redemption':
      return booked.redemption.id
    case 'reversal':
      return booked.reversal.id
    case 'actual':
      return booked.actual.id
    case 'true-up':
      return booked.trueUp.id
    default:
      return booked satisfies never
  }
}
