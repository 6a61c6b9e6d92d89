import { writeFile } from 'node:fs/promises'
import { Problem } from '#http/problem.ts'
import { earliestMonth } from '#program/checks/earliest-month.ts'
import type { ProgramCosts } from '#program/document.ts'
import { NOTHING_PREPARED } from '#studio/nothing-prepared.ts'
import { editionIn, latestIn, programState } from '#studio/program-state.ts'
import { publishable } from '#studio/publishable.ts'
import { sentencesOf } from '#studio/sentences.ts'
import { pagesThere } from './aws/pages-there.ts'
import { DONE, REFUSED, runCommand } from './aws/run-command.ts'
import { parseTask, type Task } from './program/arguments.ts'
import { filePages } from './program/file-pages.ts'
import { type OpenProgram, openProgram } from './program/open-program.ts'
import { ProgramFault } from './program/program-fault.ts'
import { faultLines, findingLines, findingsIn, programIn } from './program/program-file.ts'
import { SCHEMA_FILE, schemaFrom, writeSchema } from './program/program-schema.ts'
import { planFile, publishPlan } from './program/publish-file.ts'
import { readYaml } from './program/read-yaml.ts'
import { programYaml } from './program/write-yaml.ts'

// npm run program -- export|check|diff|publish|schema: the program as a file.

async function main(): Promise<number> {
  const task = parseTask(process.argv.slice(2))
  if (task.kind === 'schema') {
    await writeSchema()
    console.log(`Written: ${SCHEMA_FILE}`)
    return DONE
  }
  const open = await openProgram(process.env)
  try {
    if (open.isDemo)
      console.error('Neither DATA_DIR nor DYNAMODB_ENDPOINT nor STAGE is set: this is the demo shop’s program.')
    return await perform(task, open)
  } finally {
    await open.close()
  }
}

function perform(task: Exclude<Task, { kind: 'schema' }>, open: OpenProgram): Promise<number> {
  switch (task.kind) {
    case 'export':
      return exportEdition(task, open)
    case 'check':
      return checkFile(task.file, open)
    case 'diff':
      return showDifference(task.file, open)
    case 'publish':
      return publishFile(task, open)
    default:
      return task satisfies never
  }
}

async function exportEdition({ file, edition: number }: Task & { kind: 'export' }, { press, ledger }: OpenProgram) {
  const state = await programState(press)
  const edition = number === null ? latestIn(state) : editionIn(state, number)
  if (!edition) throw new ProgramFault(number === null ? 'There is no edition yet.' : `There is no edition ${number}.`)
  const text = programYaml(edition, await ledger.costs(edition.edition), schemaFrom(file))
  if (file === null) process.stdout.write(text)
  else await writeFile(file, text)
  if (file !== null) console.log(`Edition ${edition.edition} is written to ${file}.`)
  return DONE
}

async function checkFile(file: string, { press, ledger }: OpenProgram): Promise<number> {
  const read = await readYaml(file)
  const latest = latestIn(await programState(press))
  const known = latest ? await ledger.costs(latest.edition) : {}
  const findings = findingsIn(read, latest?.document ?? null, known)
  for (const line of findingLines(findings, file, read.lineOf)) console.log(line)
  const errors = findings.filter(({ kind }) => kind === 'error').length
  console.log(
    findings.length === 0 ? 'Nothing is to be said about it.' : `${findings.length} findings, ${errors} errors.`,
  )
  return errors > 0 ? REFUSED : DONE
}

async function showDifference(file: string, open: OpenProgram): Promise<number> {
  const program = programIn(await readYaml(file), file)
  for (const line of await differences(program, null, open)) console.log(line)
  return DONE
}

async function differences(
  { document, costs }: ReturnType<typeof programIn>,
  from: string | null,
  { press, ledger }: OpenProgram,
): Promise<readonly string[]> {
  const state = await programState(press)
  const latest = latestIn(state)
  if (!latest) return ['There is no edition yet, so all of it is new.']
  const month = from ?? earliestMonth(publishable(document, state, Date.now()))
  const known: ProgramCosts = await ledger.costs(latest.edition)
  const said = [
    ...sentencesOf(latest.document, document, month),
    ...(costs && JSON.stringify(costs) !== JSON.stringify(known) ? ['What perks cost is written in another way.'] : []),
  ]
  return said.length > 0 ? said : [`Nothing is changed from edition ${latest.edition}.`]
}

async function publishFile(task: Task & { kind: 'publish' }, open: OpenProgram): Promise<number> {
  const { file, from, because, isMeant } = task
  const { press, ledger, dataDir, there, isDemo } = open
  if (isDemo)
    throw new ProgramFault(
      'Say where to publish: DATA_DIR names a folder, DYNAMODB_ENDPOINT a database, STAGE a stage in AWS.',
    )
  const read = await readYaml(file)
  const program = programIn(read, file)
  for (const line of await differences(program, from, open)) console.log(line)
  try {
    const latest = latestIn(await programState(press))
    const known = latest ? await ledger.costs(latest.edition) : {}
    const planned = await planFile(press, { file, program, known, from, because }, Date.now())
    if (!isMeant) {
      console.log('Nothing was published. Add --yes to publish this; you then stand for both author and approver.')
      return DONE
    }
    const pages = there ? pagesThere(there) : await filePages(press, dataDir)
    const deps = { ledger, press, books: NOTHING_PREPARED, pages, now: Date.now, report: console.error }
    const { edition, revision, effectiveFrom, seconds } = await publishPlan(deps, planned)
    console.log(`Published: edition ${edition}, revision ${revision}, from ${effectiveFrom}; ${seconds} s.`)
    console.log('Whoever holds the ledger stands for both author and approver. The log says so.')
    return DONE
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const lines = faultLines(error.extras.errors ?? [], file, read.lineOf)
    for (const line of lines.length > 0 ? lines : [error.message]) console.error(line)
    return REFUSED
  }
}

await runCommand(main)
