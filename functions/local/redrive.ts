import { SQSClient } from '@aws-sdk/client-sqs'
import { turnWork } from '#herald/turn.ts'
import { sendWork } from '#herald/work-queue.ts'
import { formatMonth, type Month } from '#program/month.ts'
import { askedMonth } from './aws/asked-month.ts'
import { argumentsBy, DONE, REFUSED, runCommand } from './aws/run-command.ts'
import { type StageThere, stageThere } from './aws/stage-there.ts'
import { filesAnew } from './redrive/files-anew.ts'
import { lookAt, sendAgain } from './redrive/send-again.ts'
import { SetupFault } from './setup-fault.ts'

const USAGE = [
  'npm run redrive -- --stage prod [--yes]                 what failed for good: look, and with --yes send it again',
  'npm run redrive -- --stage prod --turn 2026-05 --yes    tell the turn of a month again',
  'npm run redrive -- --stage prod --files 2026-05 --yes   make the files of a month of booking anew',
].join('\n')

interface Asked {
  readonly stage: string
  readonly isMeant: boolean
  readonly turn: Month | null
  readonly files: Month | null
}

/** `npm run redrive`: what failed for good in a stage, and how it is done after all. */
async function main(): Promise<number> {
  const { stage, isMeant, turn, files } = askedFor(process.argv.slice(2))
  const there = await stageThere(stage)
  if (turn !== null) return turnAgain(there, turn)
  if (files !== null) {
    console.log(`All entries of ${formatMonth(files)} are in ${await filesAnew(there, files)}.`)
    return DONE
  }
  const { lines, isLeft } = await (isMeant ? sendAgain(there) : lookAt(there, Date.now()))
  for (const line of lines) console.log(line)
  if (!isMeant && lines.some((line) => !line.endsWith(': none'))) console.log('Send it again with --yes.')
  return isLeft ? REFUSED : DONE
}

/** By what is known now: what was reported late of months before counts as though it had been known then. */
async function turnAgain({ region, outputs }: StageThere, month: Month): Promise<number> {
  await sendWork(new SQSClient({ region }), outputs.TurnWork)(turnWork(month))
  console.log(`The turn of ${formatMonth(month)} is told again, with the same ids.`)
  return DONE
}

function askedFor(args: readonly string[]): Asked {
  const text = { type: 'string' } as const
  const options = { stage: text, turn: text, files: text, yes: { type: 'boolean', default: false } } as const
  const { stage, turn, files, yes } = argumentsBy({ args: [...args], options }, USAGE).values
  const isOneThing = turn === undefined || files === undefined
  if (stage === undefined || !isOneThing) throw new SetupFault(`Usage: ${USAGE}`)
  if ((turn ?? files) !== undefined && !yes) throw new SetupFault(`This changes what is there. Add --yes.\n${USAGE}`)
  return { stage, isMeant: yes, turn: monthIn(turn), files: monthIn(files) }
}

const monthIn = (text: string | undefined) => (text === undefined ? null : askedMonth(text))

await runCommand(main)
