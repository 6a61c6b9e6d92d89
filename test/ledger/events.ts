import type { Balance, Enrolment, Plan, Purchase, Refund } from '#program/event.ts'

/** Events of member m-1 of shop-1 with whatever the test cares about; the id must be given. */
const alike = { source: 'shop-1', subject: 'm-1', time: Date.UTC(2026, 4, 20, 10) }

type Rest<T> = Partial<Omit<T, 'type' | 'id'>>

export const purchase = (id: string, rest: Rest<Purchase> = {}): Purchase => ({
  ...{ ...alike, type: 'purchase', id, amountMinor: 10_000, units: 1 },
  ...rest,
})

export const refund = (id: string, of: string | undefined, rest: Rest<Refund> = {}): Refund => ({
  ...{ ...alike, type: 'refund', id, amountMinor: 2_500, units: 0 },
  ...(of !== undefined && { purchase: of }),
  ...rest,
})

export const balance = (id: string, balanceMinor: number, rest: Rest<Balance> = {}): Balance => ({
  ...{ ...alike, type: 'balance', id, balanceMinor },
  ...rest,
})

export const plan = (id: string, until: number, rest: Rest<Plan> = {}): Plan => ({
  ...{ ...alike, type: 'plan', id, plan: 'plus', from: Date.UTC(2026, 0, 1), until },
  ...rest,
})

export const enrolment = (id: string, rest: Rest<Enrolment> = {}): Enrolment => ({
  ...{ ...alike, type: 'enrolment', id },
  ...rest,
})
