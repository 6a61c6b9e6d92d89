import type { Context } from 'hono'
import type { Count } from '#http/count.ts'
import type { Api } from '#http/create-app.ts'
import { streamedBody } from '#http/streamed-body.ts'
import type { Books } from '#ledger/books.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { type AskedExport, askedOrder } from './export/asked-order.ts'
import { type AnswerLimit, bounded, tooLarge } from './export/bounded.ts'
import type { ExportFile, ExportOrder } from './export/export-order.ts'
import { exportSetting } from './export/export-setting.ts'
import { fileName } from './export/file-name.ts'
import { type OpenExport, openExport } from './export/open-export.ts'
import { primed } from './export/primed.ts'
import { checkRows } from './export/row-limits.ts'
import { getExport, getExportManifest } from './export-routes.ts'

export interface ExportDeps {
  readonly ledger: Pick<Ledger, 'program' | 'costs'>
  readonly books: Pick<Books, 'costTotals' | 'costEntries'>
  readonly pseudonym: (member: string) => string
  readonly report: (error: unknown, requestId: string) => void
  /** Left out: nothing is counted. */
  readonly count?: Count
  /** How much one answer holds where it cannot be streamed, as in AWS. Left out, exports may have any size. */
  readonly answerLimit?: AnswerLimit
}

/** All entries of a period as files. Whatever can be refused is refused before the first byte leaves. */
export function serveExports({ serve }: Api, deps: ExportDeps): void {
  const { answerLimit, report } = deps

  serve(getExport, async (context, { query: { as, ...asked }, requestId }) => {
    const order = askedOrder(asked)
    const file = await answerOf(await open(deps, order), order, as === 'zip')
    nameFile(context, file)
    deps.count?.('exported')
    if (answerLimit) return context.body((await bounded(file.bytes, answerLimit)) as Uint8Array<ArrayBuffer>)
    return context.body(streamedBody(await primed(file.bytes), context.env, (error) => report(error, requestId)))
  })

  serve(getExportManifest, async (context, { query }) => {
    const { files, manifest } = await open(deps, askedOrder(query satisfies AskedExport))
    for (const { bytes } of files) for await (const _ of bytes);
    return context.json(manifest())
  })
}

async function open({ ledger, books, pseudonym, answerLimit }: ExportDeps, order: ExportOrder): Promise<OpenExport> {
  const setting = await exportSetting(ledger, pseudonym)
  const totals = await books.costTotals(order.period)
  const rows = totals.reduce((sum, { entries }) => sum + entries, 0)
  checkRows(order.format, rows)
  if (answerLimit && rows > answerLimit.rows) throw tooLarge()
  return openExport(order, setting, books.costEntries(order.period))
}

/** The one file, or a ZIP file of all of them with their manifest. */
async function answerOf(opened: OpenExport, { period, format }: ExportOrder, asZip: boolean): Promise<ExportFile> {
  const [only, ...others] = opened.files
  if (only && others.length === 0 && !asZip) return only
  const { zipped } = await import('./export/zipped.ts')
  const name = fileName(opened.program, period, `-${format}.zip`)
  return { name, mediaType: 'application/zip', bytes: zipped(opened) }
}

function nameFile(context: Context, { name, mediaType }: ExportFile): void {
  context.header('Content-Type', mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType)
  context.header('Content-Disposition', `attachment; filename="${name}"`)
}
