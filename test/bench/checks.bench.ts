import { demoEditions } from '#local/demo-program.ts'
import { checkProgram } from '#program/checks/check-program.ts'
import { checkPublication } from '#program/checks/check-publication.ts'
import type { ProgramDocument } from '#program/document.ts'
import type { Bench, Figure } from './figure.ts'

const ROUNDS = 30
const PUBLISHED_AT = Date.parse('2026-11-20T10:00:00Z')

/** What is checked at every key that an author presses: the document, and what it takes away. The median of the rounds. */
async function checksFigures(): Promise<readonly Figure[]> {
  const demo = (await demoEditions()).at(-1)?.document
  if (!demo) throw new Error('The demo shop has no edition.')
  const large = largest(demo)
  return [
    { what: 'All checks of the demo shop’s program', value: milliseconds(demo), unit: 'ms', atMost: 5 },
    {
      what: `All checks of ${large.perks.length} perks in ${large.tiers.length} tiers, each with terms of its own`,
      ...{ value: milliseconds(large), unit: 'ms', atMost: 50 },
    },
  ]
}

function milliseconds(before: ProgramDocument): number {
  const document = { ...before, noticeDays: 0, qualification: { ...before.qualification, keep: 0 } }
  const asked = { document, before, publishedAt: PUBLISHED_AT, isFirst: false, latestEffectiveFrom: '2026-01' }
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    checkProgram({ document, costs: {}, before })
    checkPublication({ ...asked, effectiveFrom: '2026-12' })
    return performance.now() - start
  })
  const median = rounds.sort((one, other) => one - other)[ROUNDS / 2] ?? 0
  return Math.round(median * 100) / 100
}

/** As much as a document may hold (program.md, "Checks"). */
function largest(demo: ProgramDocument): ProgramDocument {
  const tiers = Array.from({ length: 12 }, (_, rank) => ({
    ...{ id: `tier-${rank}`, name: `Tier ${rank}`, story: demo.tiers[2]?.story ?? '' },
    ...(rank > 0 && {
      qualify: [{ spend: `${rank}00.00` }, { orders: rank, units: rank }, { balance: `${rank}000.00` }],
    }),
  }))
  const perks = Array.from({ length: 100 }, (_, index) => ({
    ...{ id: `perk-${index}`, name: `Perk ${index}`, kind: 'service' as const, text: 'From £25.', worth: '5.00' },
    terms: Object.fromEntries(
      tiers.map(({ id }, rank) => [id, { over: `${50 - rank}.00`, limit: { count: rank + 1, per: 'year' as const } }]),
    ),
  }))
  const { translations: _, ...one } = demo
  return { ...one, tiers, perks }
}

export const bench: Bench = { name: 'Checks', run: checksFigures }
