import { parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { pounds, report } from './reported.ts'
import { queueEvent, streamEvent } from './sent-event.ts'
import { shopCloud } from './shop-cloud.ts'

const cloud = await shopCloud()

const ALL_DONE = { answer: { batchItemFailures: [] } }

/** The items of a member, as the stream brings them when they have been written. */
async function written(member: string) {
  await report(cloud, member, ['purchase', 'order-1', pounds('300.00')])
  const items = await cloud.items()
  return items.filter(({ pk, member: of }) => pk?.S === `member:${member}` || of?.S === member)
}

const told = (member: string) => JSON.stringify(cloud.services.events).split(`\\"${member}\\"`).length - 1

test('what the ledger writes is kept as a file, in which every entry is', async () => {
  const event = streamEvent(await written('m-1'))
  expect(await cloud.invoke('Keeper', event)).toEqual(ALL_DONE)
  const { ENTRIES_BUCKET = '' } = cloud.functionNamed('Keeper').environment
  const [key = ''] = cloud.services.buckets.keysIn(ENTRIES_BUCKET, 'entries/period=')
  const { body } = cloud.services.buckets.objects.get(`${ENTRIES_BUCKET}/${key}`) ?? {}
  const file = new Uint8Array(body ?? Buffer.alloc(0)).buffer
  expect(await parquetReadObjects({ file })).toMatchObject([{ kind: 'purchase', id: 'm-1-order-1' }])
})

test('a record that cannot be read is named, and the stream is read again from there', async () => {
  const { Records } = streamEvent([{ pk: { S: 'entry:["shop-1","x"]' }, sk: { S: '.' }, period: { S: '2026-05.0' } }])
  const itemIdentifier = Records[0]?.dynamodb.SequenceNumber
  expect(await cloud.invoke('Keeper', { Records })).toEqual({ answer: { batchItemFailures: [{ itemIdentifier }] } })
})

test('a change of tier is told to the event bus', async () => {
  expect(await cloud.invoke('Follower', streamEvent(await written('m-2')))).toEqual(ALL_DONE)
  expect(told('m-2')).toBeGreaterThan(0)
  expect(JSON.stringify(cloud.services.events)).toContain('silver')
})

test('a member whose plan ends is looked at again when it does', async () => {
  const [from, until] = [-1, 40].map((days) => new Date(Date.now() + days * 86_400_000).toISOString())
  await report(cloud, 'm-4', ['plan', 'plus', { plan: 'plus', from, until }])
  const items = (await cloud.items()).filter(({ pk }) => pk?.S === 'member:m-4')
  expect(await cloud.invoke('Follower', streamEvent(items))).toEqual(ALL_DONE)
  expect(cloud.services.schedules).toMatchObject([{ ActionAfterCompletion: 'DELETE' }])
  const [{ Target }] = cloud.services.schedules as readonly [{ readonly Target: { readonly Input: string } }]
  expect(await cloud.invoke('Turner', queueEvent([JSON.parse(Target.Input)]))).toEqual(ALL_DONE)
})

test('at the turn of a month everybody is looked at, part by part', async () => {
  await written('m-3')
  expect(await cloud.invoke('Turner', queueEvent([{ kind: 'hour', at: '2026-01-01T00:02:00Z' }]))).toEqual(ALL_DONE)
  const [first] = cloud.services.messages as readonly { readonly kind: string }[]
  expect(first).toMatchObject({ kind: 'segment', month: '2026-01' })
  const whole = { kind: 'segment', month: '2099-01', of: 1, number: 0, cursor: null }
  expect(await cloud.invoke('Turner', queueEvent([whole]))).toEqual(ALL_DONE)
})

test('a message that is no work is brought again, and keeps none of the others from being done', async () => {
  const { Records } = queueEvent([{ kind: 'dance' }, { kind: 'hour', at: '2026-01-15T00:02:00Z' }])
  const itemIdentifier = Records[0]?.messageId
  expect(await cloud.invoke('Turner', { Records })).toEqual({ answer: { batchItemFailures: [{ itemIdentifier }] } })
})
