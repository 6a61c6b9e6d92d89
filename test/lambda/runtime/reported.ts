import type { Cloud } from './cloud.ts'
import { asMachine } from './gateway.ts'

/** What a shop says of a member: the type, the id and the data of an event. */
export type Said = readonly [type: string, id: string, data: object]

export const ONE_EVENT = { 'content-type': 'application/cloudevents+json' }
const EVENTS = { 'content-type': 'application/cloudevents-batch+json' }
/** When everything happened: in the month that it is, unless that began within the minute. */
const AT = new Date(Date.now() - 60_000).toISOString()

export const pounds = (amount: string, rest: object = {}) => ({ amount, currency: 'GBP', ...rest })

/** An event as a shop sends it. The cost of a use is of nobody in particular. */
export const shopEvent = (member: string, [type, id, data]: Said) => ({
  ...{ specversion: '1.0', source: 'shop-1', id: `${member}-${id}`, type, time: AT, data },
  ...(type !== 'cost' && { subject: member }),
})

/** Reports events of a member through the intake; gives what became of each. */
export async function report(cloud: Cloud, member: string, ...said: readonly Said[]): Promise<readonly string[]> {
  const events = said.map((one) => shopEvent(member, one))
  const { statusCode, body } = await asMachine(cloud, 'events:write')('POST /api/v1/events', events, EVENTS)
  if (statusCode !== 200) throw new Error(JSON.stringify(body))
  return (body.results as readonly { readonly outcome: string }[]).map(({ outcome }) => outcome)
}
