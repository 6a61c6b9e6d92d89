import type { Person } from '#portal/provider.ts'
import type { Audience } from './house.ts'

/** The pieces of work that come by request, in the order of the tables. */
export const PIECES = [
  'standing',
  'trajectory',
  'activity',
  'myPerks',
  'deskStanding',
  'tillLookUp',
  'redemption',
  'purchase',
  'purchases100',
  'signIn',
] as const

export type Piece = (typeof PIECES)[number]

/** A request as it comes to a function; `cookie`: of the member who is signed in. */
export interface Asking {
  readonly audience: Audience
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
}

/** How many members are in the house; each round is about the next of them. */
export const MEMBERS = 100

export const memberIn = (round: number): string => `m-${1000 + (round % MEMBERS)}`

export const personIn = (round: number): Person => {
  const member = memberIn(round)
  return { subject: `sub-${member}`, verifiedEmail: `${member}@shop.example`, name: 'Anna Berg', groups: [] }
}

/** The requests that a piece of work is made of, in their order, for a round: none meets what another one stored. */
export function askedIn(piece: Piece, round: number): readonly Asking[] {
  const member = memberIn(round)
  const mine = (path: string) => [{ audience: 'portal', method: 'GET', path: `/api/v1/me/${path}` }] as const
  const ofMember = `/api/v1/members/${member}`
  switch (piece) {
    case 'standing':
    case 'trajectory':
      return mine(piece)
    case 'activity':
      return mine('activity?limit=100')
    case 'myPerks':
      return mine('perks')
    case 'deskStanding':
      return [{ audience: 'desk', method: 'GET', path: `${ofMember}/standing` }]
    case 'tillLookUp':
      return [{ audience: 'desk', method: 'GET', path: `${ofMember}/perks?amount=60.00&categories=shirts` }]
    case 'redemption':
      return [redemption(ofMember, String(100_000 + round))]
    case 'purchase':
      return [sent('application/cloudevents+json', purchase(member, `order-${100_000 + round}`))]
    case 'purchases100':
      return [sent('application/cloudevents-batch+json', batch(round))]
    case 'signIn':
      return ['/auth/login?returnTo=/standing', `/auth/callback?code=${'c'.repeat(36)}&state=${'s'.repeat(43)}`].map(
        (path) => ({ audience: 'portal', method: 'GET', path }) as const,
      )
    default:
      return piece satisfies never
  }
}

function redemption(ofMember: string, number: string): Asking {
  return {
    ...{ audience: 'desk', method: 'POST', path: `${ofMember}/perks/free-delivery/redemptions` },
    headers: { 'idempotency-key': `use-${number}`, 'content-type': 'application/json' },
    body: { basket: { amount: '60.00', currency: 'GBP', categories: ['shirts'], order: `order-${number}` } },
  }
}

function sent(type: string, body: object): Asking {
  return { audience: 'intake', method: 'POST', path: '/api/v1/events', headers: { 'content-type': type }, body }
}

/** A hundred purchases, of a hundred members. */
const batch = (round: number) =>
  Array.from({ length: MEMBERS }, (_, index) => purchase(memberIn(index), `batch-${100_000 + round}-${index}`))

const purchase = (member: string, id: string) => ({
  ...{ specversion: '1.0', source: 'shop-1', id, type: 'purchase', subject: member, time: '2026-06-14T10:11:12.345Z' },
  data: { amount: '59.90', currency: 'GBP', units: 3, categories: ['shirts'] },
})
