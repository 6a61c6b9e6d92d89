import type { ExportOrder, ExportSetting } from '#finance/export/export-order.ts'
import { openExport } from '#finance/export/open-export.ts'
import type { Manifest } from '#finance/export-routes.ts'
import type { CostEntry } from '#ledger/cost-entry.ts'
import type { ProgramCosts } from '#program/document.ts'
import { parseMonth } from '#program/month.ts'

const COSTS: ProgramCosts = {
  delivery: { unit: '3.20', account: 'Expenses:Loyalty:Delivery', accountCode: '429', treatment: 'expense' },
  wrap: { unit: '1.15', account: 'Expenses:Loyalty:Wrapping', accountCode: '430', treatment: 'material-right' },
  lounge: { unit: '9.50' },
}

export const MAY = { from: parseMonth('2026-05'), to: parseMonth('2026-05') }

export const setting = (over: Partial<ExportSetting> = {}): ExportSetting => ({
  ...{ program: 'rewards', currency: 'GBP', timeZone: 'Europe/London' },
  costs: new Map([
    [1, COSTS],
    [2, COSTS],
  ]),
  pseudonym: (member) => `p-of-${member}`,
  ...over,
})

/** A use of free delivery by m-1 on 31 May 2026 at 12:00 UTC, or whatever the test says. */
export const use = (id: string, over: Partial<CostEntry> = {}): CostEntry => ({
  ...{ id, kind: 'use', bookedAt: Date.UTC(2026, 4, 31, 12), month: MAY.from, redemption: id, member: 'm-1' },
  ...{ perk: 'delivery', tier: 'gold', edition: 1, source: 'till-1', usedAt: Date.UTC(2026, 4, 31, 12) },
  ...{ order: 'o-1', basketMinor: 5990, worthMinor: 495, costMinor: 320, invoice: null },
  ...over,
})

/** A reversal or a true-up of that use. */
export const correction = (
  id: string,
  kind: 'reversal' | 'true-up',
  costMinor: number,
  over: Partial<CostEntry> = {},
) => use(id, { kind, costMinor, basketMinor: null, worthMinor: null, redemption: 'r-1', ...over })

export interface Exported {
  readonly files: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[]
  readonly manifest: Manifest
}

/** An export, read to its end. */
export async function exported(
  order: Partial<ExportOrder> & Pick<ExportOrder, 'format'>,
  entries: readonly CostEntry[],
  over: Partial<ExportSetting> = {},
): Promise<Exported> {
  const open = await openExport({ period: MAY, ...order }, setting(over), eachOf(entries))
  const files = []
  for (const { name, mediaType, bytes } of open.files) files.push({ name, mediaType, bytes: await joined(bytes) })
  return { files, manifest: open.manifest() }
}

/** The text of an export's only file. */
export async function textOf(...asked: Parameters<typeof exported>): Promise<string> {
  const { files } = await exported(...asked)
  if (files.length !== 1) throw new Error(`Expected one file, found ${files.length}.`)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[0]?.bytes)
}

export async function* eachOf<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values
}

export async function joined(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  // With a buffer of its own, as readers of binary files want it.
  return new Uint8Array(Buffer.concat(chunks))
}
