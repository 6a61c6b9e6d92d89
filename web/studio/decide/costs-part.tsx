import type { DraftBody } from '../draft-body.ts'
import { viewHref } from '../frame/view-href.ts'
import type { Reader } from './reader.ts'

interface Props {
  readonly draft: DraftBody
  readonly reader: Reader
}

/** What a change of rules does and costs: for the author in sums, for finance also by the unit. */
export function CostsPart({ draft: { id, changes, findings }, reader }: Props) {
  if (changes !== 'rules') return null
  const gaps = findings.filter(({ code }) => code === 'no_cost')
  return (
    <section class="section first aside" aria-labelledby="costs">
      <h2 id="costs">What it does and costs</h2>
      <div class="prose">
        <p>
          <a href={viewHref('impact', id)}>Who moves up or down, and what the perks would have cost</a>
        </p>
        {gaps.length > 0 && (
          <>
            <p>Before it can be approved, finance says what these perks cost:</p>
            <ul class="lines">
              {gaps.map(({ place, message }) => (
                <li key={place}>{message}</li>
              ))}
            </ul>
          </>
        )}
        {reader.mayApprove && (
          <p>
            <a href="/finance">What each perk costs by the unit, and its budget</a>
          </p>
        )}
      </div>
    </section>
  )
}
