import { moneyWords } from '#program/words/money-words.ts'
import type { Pair, PairBars } from '../../pictures/cost-bars.ts'
import type { Flow } from '../../pictures/flow.ts'
import type { ImpactBody } from './impact-body.ts'
import { minorOf } from './impact-sums.ts'
import { impactSentences } from './impact-words.ts'

/** Members between tiers on the day the draft takes effect. */
export function flowOf(body: ImpactBody): Flow {
  const { tiers, flows } = body
  const place = (id: string) => tiers.findIndex(({ tier }) => tier === id)
  return {
    sentence: impactSentences(body)[0] ?? '',
    tiers,
    bands: flows.map(({ from, to, members }) => ({ from: place(from), to: place(to), members })),
  }
}

/** What the perks of each tier cost and would have cost; what neither did is left to the table. */
export function costPairs(body: ImpactBody): PairBars {
  const { costs, currency, tiers } = body
  const shown = costs.filter(({ before, after }) => minorOf(before) > 0n || minorOf(after) > 0n)
  const longest = most(shown.flatMap(({ before, after }) => [Number(before), Number(after)]))
  const pairs = shown.map(
    ({ perkName, tierName, tier, before, after }): Pair => ({
      name: `${perkName}, ${tierName}`,
      rank: Math.max(
        0,
        tiers.findIndex((one) => one.tier === tier),
      ),
      ...{ before: Number(before) / longest, after: Number(after) / longest },
      ...{ beforeWords: moneyWords(before, currency), afterWords: moneyWords(after, currency) },
    }),
  )
  return { sentence: impactSentences(body)[2] ?? '', pairs }
}

/** How many are within reach of each tier, without the draft and with it. */
export function reachPairs({ within, tiers }: ImpactBody): PairBars {
  const longest = most(within.flatMap(({ before, after }) => [before, after]))
  const words = (members: number) => members.toLocaleString('en-GB')
  const pairs = within.map(
    ({ tier, name, before, after }): Pair => ({
      name,
      rank: Math.max(
        0,
        tiers.findIndex((one) => one.tier === tier),
      ),
      ...{ before: before / longest, after: after / longest },
      ...{ beforeWords: words(before), afterWords: words(after) },
    }),
  )
  return { sentence: reachSentence(within), pairs }
}

/** "Within reach of Gold are 12 members without the draft and 20 with it." */
export function reachSentence(within: ImpactBody['within']): string {
  const parts = within.map(
    ({ name, before, after }) =>
      `${name}: ${before.toLocaleString('en-GB')} without the draft, ${after.toLocaleString('en-GB')} with it`,
  )
  return `Members within reach of the tier above theirs. ${parts.join('; ')}.`
}

const most = (numbers: readonly number[]) => numbers.reduce((largest, one) => Math.max(largest, one), 0) || 1
