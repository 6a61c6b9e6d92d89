import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { CALENDAR_WINDOWS } from '#program/perks/span.ts'
import type { Uses } from '#program/perks/uses.ts'

/**
 * What a member used of a perk is one attribute of the member's item, `uses:<perk>`: a list of seven numbers, the instant of
 * the last use, the uses in its day, week, month, quarter and year, and those that stand in all.
 */
export const USES = 'uses:'

export const usesAttribute = (perk: string): string => USES + perk

export function usesValue({ lastAt, inWindow, ever }: Uses): AttributeValue.LMember {
  const numbers = [lastAt, ...CALENDAR_WINDOWS.map((window) => inWindow[window]), ever]
  return { L: numbers.map((number) => ({ N: String(number) })) }
}

export function usesIn(stored: AttributeValue): Uses {
  const [lastAt = 0, ...counts] = (stored.L ?? []).map(({ N }) => Number(N))
  const [day = 0, week = 0, month = 0, quarter = 0, year = 0, ever = 0] = counts
  return { lastAt, inWindow: { day, week, month, quarter, year }, ever }
}
