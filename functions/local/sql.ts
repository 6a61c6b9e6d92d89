import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { entryFiles } from './analytics/entry-files.ts'
import { monthsWithEntries } from './analytics/months-with-entries.ts'
import { DONE, REFUSED, runCommand } from './aws/run-command.ts'
import { booksHere } from './books-here.ts'
import { settingsOf } from './settings.ts'
import { SetupFault } from './setup-fault.ts'
import { answerCsv, answerText } from './sql/answer-text.ts'
import { ask } from './sql/ask.ts'
import { type Question, questions, withParameters } from './sql/questions.ts'

// npm run sql [-- NAME]: asks one of the questions in functions/finance/sql (docs/finance.md).

const USAGE = 'npm run sql -- [NAME] [--from 2026-01] [--to 2026-12] [--perk ID] [--tier ID] [--csv]'

async function main(): Promise<number> {
  const { name, csv, values } = readArguments()
  const all = await questions()
  if (name === undefined) {
    console.log(listOf(all))
    return DONE
  }
  const question = all.find((one) => one.name === name)
  if (!question) throw new SetupFault(`There is no question "${name}". "npm run sql" lists those there are.`)
  const sql = withParameters(question, values)
  const answer = await inFolder((folder) => ask(sql, folder))
  if (csv) process.stdout.write(answerCsv(answer))
  else console.log(answerText(answer))
  return DONE
}

function readArguments() {
  const text = { type: 'string' } as const
  const options = { from: text, to: text, perk: text, tier: text, csv: { type: 'boolean', default: false } } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    if (positionals.length > 1) throw new Error('Ask one question at a time.')
    const { from, to, perk, tier, csv } = values
    return { name: positionals[0], csv, values: { from_month: from, to_month: to, asked_perk: perk, asked_tier: tier } }
  } catch (error) {
    throw new SetupFault(`${(error as Error).message}\nUsage: ${USAGE}`)
  }
}

function listOf(all: readonly Question[]): string {
  const width = Math.max(...all.map(({ name }) => name.length))
  return [...all.map(({ name, sentence }) => `${name.padEnd(width)}  ${sentence}`), '', USAGE].join('\n')
}

/** The folder of the data, which the house keeps up to date; else one with the entries of the stage or of the demo shop. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const { dataDir } = settingsOf(process.env)
  if (dataDir !== null && !process.env.STAGE) return work(join(dataDir, 'analytics'))
  const folder = await mkdtemp(join(tmpdir(), 'cleartier-sql-'))
  try {
    const { ledger, books, pseudonym, close } = await booksHere(process.env, console.error)
    try {
      const { timeZone, months } = await monthsWithEntries(ledger, Date.now)
      const files = entryFiles({ folder, books, timeZone, pseudonym, now: Date.now })
      for (const month of months()) await files.write(month)
    } finally {
      await close()
    }
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

await runCommand(main, { exitCode: REFUSED })
