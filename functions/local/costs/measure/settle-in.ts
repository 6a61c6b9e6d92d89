import type { LedgerEvent } from '#program/event.ts'
import type { House } from './house.ts'
import { MEMBERS, memberIn, personIn } from './piece.ts'

/** What every member of the house has done: a purchase each quarter for two years, and two uses of a perk. */
const PURCHASES = 8
const USES = 2

/** Lets members join and live for two years, so that what is measured is not the first day. */
export async function settleIn({ ledger }: House): Promise<void> {
  const rounds = Array.from({ length: MEMBERS }, (_, round) => round)
  const outcomes = await ledger.record(rounds.flatMap(lifeOf))
  if (outcomes.some((outcome) => outcome !== 'recorded')) throw new Error('Not every life could be recorded.')
  for (const round of rounds) for (let use = 0; use < USES; use++) await useOnce({ ledger }, round, use)
}

function lifeOf(round: number): readonly LedgerEvent[] {
  const common = { source: 'shop-1', subject: memberIn(round) }
  const { verifiedEmail, name } = personIn(round)
  const joined: LedgerEvent = {
    ...{ ...common, type: 'enrolment', id: `join-${1000 + round}`, time: Date.UTC(2024, 5, 20, 10, 11, 12, 345) },
    ...(verifiedEmail !== null && { emailHash: verifiedEmail }),
    ...(name !== null && { name }),
  }
  const bought = Array.from({ length: PURCHASES }, (_, number): LedgerEvent => {
    const time = Date.UTC(2024, 6 + 3 * number, 14, 10, 11, 12, 345)
    const id = `order-${10_000 + 10 * round + number}`
    return { ...common, type: 'purchase', id, time, amountMinor: 8_990, units: 3, categories: ['shirts'] }
  })
  return [joined, ...bought]
}

async function useOnce({ ledger }: Pick<House, 'ledger'>, round: number, use: number): Promise<void> {
  const order = `order-${10_000 + 10 * round + use}`
  const { kind } = await ledger.redeem({
    ...{ member: memberIn(round), perk: 'free-delivery', sender: 'till-1', key: `early-${10_000 + 10 * round + use}` },
    basket: { amountMinor: 6_000, categories: ['shirts'], order },
  })
  if (kind !== 'granted') throw new Error(`A use was not granted: ${kind}.`)
}
