/** A purchase as a shop sends it, with whatever the test cares about. */
export const sentPurchase = (rest: Record<string, unknown> = {}, data: Record<string, unknown> = {}) => ({
  specversion: '1.0',
  source: 'shop-1',
  id: 'order-1001',
  type: 'purchase',
  subject: 'm-1001',
  time: '2026-05-20T10:00:00Z',
  data: { amount: '59.90', currency: 'GBP', units: 3, categories: ['suits'], ...data },
  ...rest,
})

/** An event of another type with its own data. */
export const sentEvent = (type: string, id: string, data: unknown) => sentPurchase({ type, id, data })

/** A request with one event, or with a batch of them. */
export function posted(events: unknown, role = 'shop'): RequestInit {
  const type = Array.isArray(events) ? 'cloudevents-batch' : 'cloudevents'
  return {
    method: 'POST',
    headers: { Authorization: `Role ${role}`, 'Content-Type': `application/${type}+json` },
    body: typeof events === 'string' ? events : JSON.stringify(events),
  }
}
