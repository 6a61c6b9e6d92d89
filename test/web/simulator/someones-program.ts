import type { ProgramDocument, PublishedEdition } from '#program/document.ts'
import { programData, programOf } from '../../../web/simulator/program.ts'
import { PROGRAM } from '../standing/someone.ts'

/** A program with every measure there is, and a perk that is limited to categories. */
export const DOCUMENT: ProgramDocument = {
  ...PROGRAM,
  tiers: [
    ...PROGRAM.tiers,
    {
      id: 'top',
      name: 'Top',
      qualify: [{ units: 90 }, { balance: '5000.00', months: 2 }, { lifetimeSpend: '9000.00' }],
    },
  ],
  perks: [
    {
      ...{ id: 'fitting', name: 'A fitting', kind: 'service', worth: '20.00' },
      terms: { silver: { categories: ['suits', 'coats'], limit: { count: 2, per: 'year' } }, gold: {} },
    },
  ],
}

export const EDITION: PublishedEdition = {
  ...{ edition: 3, effectiveFrom: '2026-01', publishedAt: '2025-12-01T00:00:00Z', document: DOCUMENT },
}

/** As the page's script gets it: through JSON. */
export const THROUGH_THE_PAGE = programOf(JSON.parse(JSON.stringify(programData(EDITION))))
