import fc from 'fast-check'
import { expect, test } from 'vitest'
import { posted, sentEvent, sentPurchase } from '../http/sent.ts'
import { freshIntake } from './fresh-intake.ts'

const GOOD = [
  sentPurchase({ datacontenttype: 'application/json' }, { note: 'a note' }),
  sentEvent('refund', 'r-1', { purchase: 'order-1001', amount: '1.00', currency: 'GBP', units: 1 }),
  sentEvent('balance', 'b-1', { balance: '1.00', currency: 'GBP', account: 'a' }),
  sentEvent('plan', 'p-1', { plan: 'plus', from: '2026-05-01T00:00:00Z', until: '2027-05-01T00:00:00Z' }),
  sentEvent('enrolment', 'e-1', { email: 'anna@fairweather.example', name: 'Anna' }),
]

/** What attackers and broken programs put into fields. */
const rubbish = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.constantFrom('', ' ', '\u0000', '\ud800', '__proto__', 'constructor', 'NaN', '1e3', '-1', '0x10', '٣', '=1+1'),
  fc.constantFrom(-0, -1, 1.5, 2 ** 53, 1e308, '9007199254740993', '../../etc/passwd', '<script>', "' OR 1=1 --"),
)

const mutation = fc
  .constantFrom(...GOOD)
  .chain((event) => {
    const { data, ...attributes } = event
    const names = [...Object.keys(attributes), 'data', 'extra', '__proto__'].map((name) => [name])
    const inner = [...Object.keys(data as object), 'extra', '__proto__'].map((name) => ['data', name])
    return fc.tuple(fc.constant(event), fc.constantFrom(...names, ...inner), rubbish)
  })
  .map(([event, path, value]) => changed(event, path, value))

/** The event as text with one field changed; written as text, so that `__proto__` is a field like any other. */
function changed(event: Record<string, unknown>, path: string[], value: unknown): string {
  const [name = '', inner] = path
  const put = (fields: Record<string, unknown>, field: string, to: string) => {
    const kept = Object.entries(fields).filter(([other]) => other !== field)
    return `{${[...kept.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`), `${JSON.stringify(field)}:${to}`].join()}}`
  }
  const text = JSON.stringify(value)
  if (inner === undefined) return put(event, name, text)
  return put(event, name, put(event.data as Record<string, unknown>, inner, text))
}

test('rubbish in any field of any event is either harmless or refused with its place, and never an error of ours', async () => {
  const { send } = await freshIntake()
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 20 }), async (events) => {
      const { status, body } = await send('/events', { ...posted([]), body: `[${events.join()}]` })
      expect(status).toBe(200)
      expect(body.results).toHaveLength(events.length)
      for (const { outcome, problem } of body.results) {
        expect(['recorded', 'duplicate', 'conflict', 'rejected']).toContain(outcome)
        if (outcome === 'rejected') expect(problem.errors.length).toBeGreaterThan(0)
        if (problem) expect(problem.detail).toMatch(/\.\)?$/)
      }
    }),
    { numRuns: 40 },
  )
})

test('any bytes at all are answered by a problem or by results', async () => {
  const { send } = await freshIntake()
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.json().map((text) => new TextEncoder().encode(text)),
  )
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom(GOOD[0], GOOD), async (body, kind) => {
      const { status } = await send('/events', { ...posted(kind), body: body as Uint8Array<ArrayBuffer> })
      expect([200, 400]).toContain(status)
    }),
    { numRuns: 100 },
  )
})
