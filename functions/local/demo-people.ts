/** Who can sign in to the demo. Members' stories are told by their purchases in `demo-data.ts`. */
export interface DemoPerson {
  readonly email: string
  readonly name: string
  readonly password: string
  /** The member the person is enrolled as; staff have a group instead. */
  readonly member?: string
  readonly group?: 'marketing' | 'finance' | 'ops' | 'tills'
  /** One line for the list printed at start. */
  readonly story: string
}

const person = (name: string, rest: Omit<DemoPerson, 'name' | 'email' | 'password'>): DemoPerson => {
  const first = name.split(' ')[0]?.toLowerCase() ?? ''
  return { name, email: `${first}@fairweather.example`, password: `demo-${first}`, ...rest }
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('Anna Berg', { member: 'm-1001', story: 'Silver, a little short of Gold' }),
  person('Ben Okafor', { member: 'm-1002', story: 'Gold, about to drop to Silver' }),
  person('Clara Novak', { member: 'm-1003', story: 'Gold by a paid plan' }),
  person('Dev Patel', { member: 'm-1004', story: 'many small orders: Silver by volume' }),
  person('Ella Lindqvist', { member: 'm-1005', story: 'just joined, nothing bought yet' }),
  person('Mara Quinn', { group: 'marketing', story: 'marketing' }),
  person('Milo Reyes', { group: 'marketing', story: 'marketing' }),
  person('Finn Hale', { group: 'finance', story: 'finance, at /finance' }),
  person('Fay Moreno', { group: 'finance', story: 'finance, the second pair of eyes' }),
  person('Tess Moor', { group: 'tills', story: 'the till, at /desk' }),
]

/** Those who work in the shop: they have a place in any house, the demo's members only where they are told. */
export const DEMO_STAFF = DEMO_PEOPLE.filter(({ group }) => group !== undefined)

/** Machines for OAuth 2 client credentials; the secret is `demo-<name>` (api.md, "Who may"). */
export const DEMO_MACHINES: Readonly<Record<string, string>> = {
  shop: 'events:write',
  till: 'members:read perks:redeem',
  studio: 'program:write',
  finance: 'finance:read finance:close',
  ops: 'ops members:read',
}
