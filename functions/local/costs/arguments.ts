import { argumentsBy } from '#local/aws/run-command.ts'
import { SetupFault } from '#local/setup-fault.ts'
import { ASSUMPTION_NAMES, ASSUMPTIONS, type Assumed, USUAL } from './assumptions.ts'
import { SIZES } from './report.ts'

/** What the command was asked for. */
export interface Arguments {
  readonly assumed: Assumed
  readonly sizes: readonly bigint[]
  readonly isJson: boolean
  /** Writes the figures into docs/scale.md, and draws docs/costs.svg. */
  readonly isWrite: boolean
  /** Counts anew first what follows from the code, and keeps it. */
  readonly isMeasure: boolean
  /** Takes the time of everything anew, too. */
  readonly isTimes: boolean
}

const USAGE = `npm run costs -- [--members 250000] [--json] [--measure] [--times] [--write] [--FLAG NUMBER]
Flags, and what is assumed without them:
${ASSUMPTION_NAMES.map((name) => `  --${ASSUMPTIONS[name].flag.padEnd(18)}${ASSUMPTIONS[name].usual}`).join('\n')}`

const MOST_MEMBERS = 10_000_000_000

/** Reads the command line. Throws {@link SetupFault} with how to write it. */
export function parseArguments(args: readonly string[]): Arguments {
  const values = parsed(args)
  const { json = false, write = false, measure = false, times = false, members } = values
  const assumed = Object.fromEntries(
    ASSUMPTION_NAMES.map((name) => [name, figureOf(name, values[ASSUMPTIONS[name].flag])]),
  ) as Assumed
  const isUsual = ASSUMPTION_NAMES.every((name) => assumed[name] === USUAL[name]) && members === undefined
  if (write === true && !isUsual) {
    throw new SetupFault('The page says what is usual. Leave --write out, or what you assume yourself.')
  }
  const sizes = members === undefined ? SIZES : [membersOf(members)]
  const wishes = { isJson: json === true, isWrite: write === true, isTimes: times === true }
  return { assumed, sizes, ...wishes, isMeasure: measure === true || times === true }
}

type Values = Readonly<Record<string, string | boolean | undefined>>

function parsed(args: readonly string[]): Values {
  const flags = ['members', ...ASSUMPTION_NAMES.map((name) => ASSUMPTIONS[name].flag)]
  const texts = Object.fromEntries(flags.map((flag) => [flag, { type: 'string' as const }]))
  const switches = Object.fromEntries(
    ['json', 'write', 'measure', 'times'].map((flag) => [flag, { type: 'boolean' as const }]),
  )
  return argumentsBy({ args: [...args], options: { ...texts, ...switches } }, USAGE).values as Values
}

function figureOf(name: keyof Assumed, text: string | boolean | undefined): number {
  if (text === undefined) return USUAL[name]
  const { flag, range } = ASSUMPTIONS[name]
  const [least, most] = range
  const figure = numberIn(text)
  if (figure >= least && figure <= most) return figure
  throw new SetupFault(`--${flag} is ${JSON.stringify(text)}. Give a number from ${least} to ${most}.`)
}

function membersOf(text: string | boolean): bigint {
  const members = numberIn(text)
  if (Number.isInteger(members) && members >= 0 && members <= MOST_MEMBERS) return BigInt(members)
  throw new SetupFault(`--members is ${JSON.stringify(text)}. Give a whole number from 0 to ${MOST_MEMBERS}.`)
}

/** Digits, with a decimal point or without; NaN for anything else, which is in no range. */
const numberIn = (text: string | boolean): number =>
  typeof text === 'string' && /^\d{1,12}(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
