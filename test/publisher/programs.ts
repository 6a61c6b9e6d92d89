import { demoEditions } from '#local/demo-program.ts'
import type { ProgramDocument, PublishedEdition } from '#program/document.ts'

/** The edition of the demo shop that is in force. */
export async function demoEdition(): Promise<PublishedEdition> {
  const edition = (await demoEditions()).at(-1)
  if (!edition) throw new Error('The demo shop has no program.')
  return edition
}

/** A program that has nothing in common with the demo shop's: not a word, a number, a currency or a period. */
const document: ProgramDocument = {
  id: 'kawa',
  name: 'Kawa Club',
  currency: 'JPY',
  timeZone: 'Asia/Tokyo',
  qualification: { period: 'calendar', months: 6, keep: 7, softLanding: false, startsIn: 2 },
  noticeDays: 77,
  standards: [{ id: 'tea', name: 'Tea while you wait', text: 'Always a fresh pot.' }],
  tiers: [
    { id: 'reed', name: 'Reed' },
    { id: 'stone', name: 'Stone', headline: 'Steady', qualify: [{ units: 83 }, { balance: '640001', months: 4 }] },
    { id: 'river', name: 'River', story: 'It *flows*.', qualify: [{ spend: '880088' }, { plan: 'boat' }] },
  ],
  plans: [{ id: 'boat', name: 'Boat', price: '7070', per: 'month' }],
  perks: [
    {
      id: 'ferry',
      name: 'The ferry',
      kind: 'delivery',
      worth: '909',
      terms: { stone: { over: '3131', limit: { count: 9, per: 'week' } } },
    },
  ],
}

export const OTHER_EDITION: PublishedEdition = {
  edition: 41,
  effectiveFrom: '2031-03',
  publishedAt: '2031-01-05T00:00:00Z',
  document,
}
