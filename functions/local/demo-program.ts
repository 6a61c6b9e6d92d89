import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Ledger } from '#ledger/ledger.ts'
import type { ProgramCosts, ProgramDocument, PublishedEdition, TierDocument } from '#program/document.ts'

type ProgramFile = ProgramDocument & { readonly costs: ProgramCosts }

/** What the demo shop asked for before 2026. */
const EARLIER_WAYS: Readonly<Record<string, TierDocument['qualify']>> = {
  silver: [{ spend: '200.00' }, { orders: 6 }],
  gold: [{ spend: '900.00' }, { orders: 12, spend: '500.00' }, { plan: 'plus' }],
}

async function readProgram(): Promise<{ readonly document: ProgramDocument; readonly costs: ProgramCosts }> {
  const text = await readFile(new URL('fairweather.yaml', import.meta.url), 'utf8')
  // The costs are finance's own and stay out of what is published.
  const { costs, ...document } = parse(text) as ProgramFile
  return { document, costs }
}

/** The demo shop's program: an earlier edition that asked for less, and the one in force. */
export async function demoEditions(): Promise<readonly PublishedEdition[]> {
  const { document } = await readProgram()
  const tiers = document.tiers.map((tier) => {
    const qualify = EARLIER_WAYS[tier.id]
    return qualify ? { ...tier, qualify } : tier
  })
  return [
    { edition: 1, effectiveFrom: '2024-01', publishedAt: '2023-11-20T09:00:00Z', document: { ...document, tiers } },
    { edition: 2, effectiveFrom: '2026-01', publishedAt: '2025-11-18T09:00:00Z', document },
  ]
}

/** Publishes the editions that are not there yet, with what the demo shop's perks cost it. */
export async function publishDemoProgram(ledger: Ledger): Promise<void> {
  const { costs } = await readProgram()
  for (const edition of await demoEditions()) await ledger.publish(edition, costs)
}
