import { expect, test } from 'vitest'
import { standingOf } from '#ledger/standing-of.ts'
import { parseMonth } from '#program/month.ts'
import { startOfMonth } from '#program/zone.ts'
import { step } from './draft-steps.ts'
import { type FreshStudio, freshStudio } from './fresh-studio.ts'
import { type Asked, crowd, draftAsking, movedLines, workOutAll } from './impact-steps.ts'

const MEMBERS = 40
const MONTHS = 13
const members = Array.from({ length: MEMBERS }, (_, index) => `m-${index}`)
const dayOf = (after: number) => startOfMonth(parseMonth('2026-09') + after, 'Europe/London')
const monthTexts = ['09', '10', '11', '12', '01', '02', '03', '04', '05', '06', '07', '08', '09']
const monthText = (after: number) => `${after < 4 ? 2026 : 2027}-${monthTexts[after]}`

/** Each member's tier on the day and on the firsts of the twelve months after it, as the ledger says when the day has come. */
async function tiersAsTimeGoesBy({ ledger, clock }: FreshStudio): Promise<string[][]> {
  const stood = clock.now
  const tiers: string[][] = members.map(() => [])
  for (let after = 0; after < MONTHS; after++) {
    clock.now = dayOf(after)
    for (const [index, member] of members.entries()) {
      const record = await ledger.member(member)
      const standing = record && (await standingOf(ledger, record, { now: clock.now }))
      tiers[index]?.push(standing?.tier.id ?? '')
    }
  }
  clock.now = stood
  ledger.reread()
  return tiers
}

async function publish(studio: FreshStudio, draft: { readonly id: string; readonly version: number }) {
  const steps = [
    ['studio', 'submit'],
    ['approver', 'approve'],
    ['studio', 'publish'],
  ] as const
  for (const [index, [role, what]] of steps.entries()) {
    const { status, body } = await step(studio, role, draft, what, draft.version + index)
    expect(status, JSON.stringify(body)).toBe(what === 'publish' ? 201 : 200)
  }
  studio.ledger.reread()
}

const counted = (values: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]))

test.each<[string, Asked]>([
  ['asks for more', { silver: '400.00', gold: '1300.00' }],
  ['asks for less', { silver: '150.00', gold: '700.00' }],
  ['keeps tiers for less long, and lets nobody land softly', { qualification: { keep: 0, softLanding: false } }],
  [
    'counts by calendar, asks for more of some and less of others',
    {
      silver: '200.00',
      gold: '1500.00',
      qualification: { period: 'calendar', startsIn: 1 },
    },
  ],
])('a draft that %s does exactly what was foretold, member for member', async (_, asked) => {
  const studio = await freshStudio()
  await studio.ledger.record(crowd(MEMBERS))
  const draft = await draftAsking(studio, asked)
  const foretold = (await workOutAll(studio, draft)).at(-1)
  const { lines } = await movedLines(studio, draft)

  const without = await tiersAsTimeGoesBy(studio)
  await publish(studio, draft)
  const came = await tiersAsTimeGoesBy(studio)

  const differences = members.flatMap((member, index) => {
    const first = came[index]?.findIndex((tier, after) => tier !== without[index]?.[after]) ?? -1
    return first < 0 ? [] : [[member, without[index]?.[first], came[index]?.[first], monthText(first)].join(',')]
  })
  expect(differences.length).toBeGreaterThan(0)
  expect(lines.map((line) => line.split(',').slice(0, 4).join(',')).toSorted()).toEqual(differences.toSorted())

  const flows = members.map((__, index) => `${without[index]?.[0]} ${came[index]?.[0]}`)
  expect(
    Object.fromEntries(
      foretold.flows.map((flow: { from: string; to: string; members: number }) => [
        `${flow.from} ${flow.to}`,
        flow.members,
      ]),
    ),
  ).toEqual(counted(flows))
  expect(foretold.done).toBe(MEMBERS)
})
