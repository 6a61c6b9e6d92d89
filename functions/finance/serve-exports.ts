import type { Context } from 'hono'
import type { Api } from '#http/create-app.ts'
import type { FinanceDeps } from './app.ts'
import { type AskedExport, askedOrder } from './export/asked-order.ts'
import { bounded, tooLarge } from './export/bounded.ts'
import type { ExportFile, ExportOrder } from './export/export-order.ts'
import { exportSetting } from './export/export-setting.ts'
import { fileName } from './export/file-name.ts'
import { type OpenExport, openExport } from './export/open-export.ts'
import { primed } from './export/primed.ts'
import { checkRows } from './export/row-limits.ts'
import { zipped } from './export/zipped.ts'
import { getExport, getExportManifest } from './export-routes.ts'

/** All entries of a period as files. Whatever can be refused is refused before the first byte leaves. */
export function serveExports({ serve }: Api, deps: FinanceDeps): void {
  const { answerLimit, report } = deps

  serve(getExport, async (context, { query: { as, ...asked }, requestId }) => {
    const order = askedOrder(asked)
    const file = answerOf(await open(deps, order), order, as === 'zip')
    nameFile(context, file)
    if (answerLimit) return context.body((await bounded(file.bytes, answerLimit)) as Uint8Array<ArrayBuffer>)
    return context.body(streamOf(await primed(file.bytes), (error) => report(error, requestId)))
  })

  serve(getExportManifest, async (context, { query }) => {
    const { files, manifest } = await open(deps, askedOrder(query satisfies AskedExport))
    for (const { bytes } of files) for await (const _ of bytes);
    return context.json(manifest())
  })
}

async function open({ ledger, books, pseudonym, answerLimit }: FinanceDeps, order: ExportOrder): Promise<OpenExport> {
  const setting = await exportSetting(ledger, pseudonym)
  const totals = await books.costTotals(order.period)
  const rows = totals.reduce((sum, { entries }) => sum + entries, 0)
  checkRows(order.format, rows)
  if (answerLimit && rows > answerLimit.rows) throw tooLarge()
  return openExport(order, setting, books.costEntries(order.period))
}

/** The one file, or a ZIP file of all of them with their manifest. */
function answerOf(opened: OpenExport, { period, format }: ExportOrder, asZip: boolean): ExportFile {
  const [only, ...others] = opened.files
  if (only && others.length === 0 && !asZip) return only
  const name = fileName(opened.program, period, `-${format}.zip`)
  return { name, mediaType: 'application/zip', bytes: zipped(opened) }
}

function nameFile(context: Context, { name, mediaType }: ExportFile): void {
  context.header('Content-Type', mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType)
  context.header('Content-Disposition', `attachment; filename="${name}"`)
}

/**
 * Bytes as the body of an answer, at the pace of whoever takes them. An error on the way breaks the connection, so that
 * half a file never looks like a whole one.
 */
function streamOf(bytes: AsyncIterator<Uint8Array>, report: (error: unknown) => void): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await bytes.next()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        report(error)
        controller.error(error)
      }
    },
    async cancel() {
      await bytes.return?.()
    },
  })
}
