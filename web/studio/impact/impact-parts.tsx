import { dayWords } from '#program/words/date-words.ts'
import { moneyWords } from '#program/words/money-words.ts'
import { narrowPairs, widePairs } from '../../pictures/cost-bars.ts'
import { narrowFlow, wideFlow } from '../../pictures/flow.ts'
import type { ImpactBody } from './impact-body.ts'
import { ImpactFigure } from './impact-figure.tsx'
import { costPairs, flowOf, reachPairs } from './impact-pictures.ts'
import { REASON_WORDS } from './impact-words.ts'

interface Props {
  readonly body: ImpactBody
}

const count = (members: number) => members.toLocaleString('en-GB')

/** Members between tiers. */
export function FlowPart({ body }: Props) {
  const flow = flowOf(body)
  const nameOf = (id: string) => body.tiers.find(({ tier }) => tier === id)?.name ?? id
  const rows = body.flows.map(({ from, to, members }) => [`${nameOf(from)} → ${nameOf(to)}`, count(members)])
  const day = dayWords(`${body.effectiveFrom}-01`)
  return (
    <ImpactFigure
      id="flow"
      title={`Tiers on ${day}`}
      drawn={{ wide: wideFlow(flow), narrow: narrowFlow(flow) }}
      legend="Each band is as thick as there are members. Pale bands stay; those in colour move."
      columns={['From and to', 'Members']}
      rows={rows}
    />
  )
}

/** When tiers would differ, and why. */
export function MovesPart({ body: { moves, draft } }: Props) {
  const file = `/api/v1/studio/drafts/${encodeURIComponent(draft)}/impact/members`
  return (
    <section class="section" aria-labelledby="moves">
      <h2 id="moves">Who would hold another tier, and from when</h2>
      {moves.length === 0 ? (
        <p>Nobody, on that day and in the twelve months after it.</p>
      ) : (
        <>
          <table class="figures impact-moves">
            <caption class="unseen">Members by the month in which their tier first differs</caption>
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">Tier</th>
                <th scope="col">Because</th>
                <th scope="col">Members</th>
              </tr>
            </thead>
            <tbody>
              {moves.map(({ month, direction, reason, members }) => (
                <tr key={`${month} ${direction} ${reason}`}>
                  <th scope="row">{dayWords(`${month}-01`)}</th>
                  <td>{direction === 'up' ? 'higher' : 'lower'}</td>
                  <td>{REASON_WORDS[reason]}</td>
                  <td>{count(members)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <a href={file} download>
              Download the list of these members (CSV, ids alone)
            </a>
          </p>
        </>
      )}
    </section>
  )
}

/** How many are within reach. */
export function ReachPart({ body }: Props) {
  const bars = reachPairs(body)
  return (
    <ImpactFigure
      id="reach"
      title="Within reach of the tier above"
      drawn={{ wide: widePairs(bars), narrow: narrowPairs(bars) }}
      legend="Outlined without the draft, filled with it."
      columns={['Tier', 'Without the draft', 'With it']}
      rows={body.within.map(({ name, before, after }) => [name, count(before), count(after)])}
    />
  )
}

/** What perks cost and would have cost. */
export function CostPart({ body }: Props) {
  const bars = costPairs(body)
  const words = (amount: string) => moneyWords(amount, body.currency)
  const rows = body.costs.map(({ perkName, tierName, usesBefore, usesAfter, before, after }) => [
    `${perkName}, ${tierName}`,
    `${count(usesBefore)} for ${words(before)}`,
    `${count(usesAfter)} for ${words(after)}`,
  ])
  return (
    <ImpactFigure
      id="cost"
      title="What perks cost in twelve months"
      drawn={bars.pairs.length > 0 ? { wide: widePairs(bars), narrow: narrowPairs(bars) } : null}
      legend={bars.pairs.length > 0 ? 'Outlined as it was, filled by the draft.' : 'Nothing was booked for any perk.'}
      columns={['Perk and tier', 'Uses as they were', 'By the draft']}
      rows={rows}
    />
  )
}
