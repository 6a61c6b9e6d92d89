import { createReadStream } from 'node:fs'
import cliProgress from 'cli-progress'
import { refreshEntryFiles } from './analytics/refresh-entry-files.ts'
import { runCommand } from './aws/run-command.ts'
import { booksHere } from './books-here.ts'
import { decode } from './import/decode.ts'
import { ImportError } from './import/import-error.ts'
import { parseArguments } from './invoice/arguments.ts'
import { bookInvoice } from './invoice/book-invoice.ts'
import { InvoiceFault } from './invoice/invoice-fault.ts'
import { exitCodeOf, reportText } from './invoice/report-text.ts'
import { settingsOf } from './settings.ts'

// npm run invoice -- FILE.csv --source SUPPLIER: books what a supplier charged (docs/finance.md).

async function main(): Promise<number> {
  const asked = parseArguments(process.argv.slice(2))
  const text = await textOf(asked.file)
  const { dataDir } = settingsOf(process.env)
  if (dataDir === null && !process.env.STAGE)
    throw new InvoiceFault(
      'Say whose invoice it is: DATA_DIR=./data names the portal’s folder, STAGE=prod a stage in AWS.',
    )
  const { ledger, books, pseudonym, close } = await booksHere(process.env, console.error)
  const bar = new cliProgress.SingleBar({ format: '[{bar}] {percentage}%, {eta_formatted} left' })
  const progress = (done: number, total: number) => {
    if (!process.stderr.isTTY) return
    if (!bar.isActive) bar.start(total, 0)
    bar.update(done)
  }
  try {
    const since = Date.now()
    const result = await bookInvoice({ ...asked, text, ledger, books, now: since, progress })
    bar.stop()
    // In AWS the files follow the stream.
    if (result.kind === 'taken' && !asked.isCheck && dataDir !== null)
      await refreshEntryFiles({ dataDir, ledger, books, pseudonym, since, now: Date.now })
    console.log(reportText(result, asked))
    return exitCodeOf(result)
  } finally {
    bar.stop()
    await close()
  }
}

async function textOf(file: string): Promise<string> {
  const parts: string[] = []
  try {
    for await (const part of decode(createReadStream(file), 'utf-8')) parts.push(part)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new InvoiceFault(`There is no file ${file}.`)
    throw error
  }
  return parts.join('')
}

await runCommand(main, { foreseen: [ImportError, InvoiceFault] })
