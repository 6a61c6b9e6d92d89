import type { PerkDocument } from '#program/document.ts'
import { isZero } from '#program/words/money-words.ts'
import { amountWords } from '../edit/value-words.ts'
import { TierName } from '../frame/tier-name.tsx'
import { AddPerk } from './add-perk.tsx'
import { EditInPlace } from './edit-in-place.tsx'
import { useEditor } from './editor.ts'
import { FindingsHere } from './findings-here.tsx'
import { PerkCell } from './perk-cell.tsx'
import { PerkFields } from './perk-fields.tsx'
import { WasHere } from './was-here.tsx'

/** The perk table as customers see it; every cell opens to a small form. */
export function PerkPart() {
  const { name, tiers, perks } = useEditor().content.document
  return (
    <section class="section first" aria-labelledby="perks">
      <h2 id="perks" tabIndex={-1}>
        Perks
      </h2>
      {/* On a phone the table is set as blocks, and Safari then forgets that it is one: so the roles are said aloud. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table class="perks" role="table">
        <caption>Every perk of {name}, by tier</caption>
        <thead class="perk-heads" role="rowgroup">
          <tr role="row">
            <th class="perk-tier" scope="col" role="columnheader">
              Perk
            </th>
            {tiers.map((tier, rank) => (
              <th key={tier.id} class="perk-tier" scope="col" role="columnheader">
                <TierName name={tier.name} rank={rank} of={tiers.length} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="perk-group" role="rowgroup">
          {perks.map((perk, index) => (
            <tr key={perk.id} class="perk-row" role="row">
              <th class="perk-cell" scope="row" role="rowheader">
                <PerkHead perk={perk} index={index} />
              </th>
              {tiers.map((tier, rank) => (
                <PerkCell key={tier.id} perk={perk} index={index} tier={tier} rank={rank} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
      <AddPerk />
    </section>
  )
}

interface HeadProps {
  readonly perk: PerkDocument
  readonly index: number
}

function PerkHead({ perk, index }: HeadProps) {
  const { currency } = useEditor().content.document
  const path = ['document', 'perks', perk.id]
  return (
    <>
      <EditInPlace
        label={`Perk ${perk.name}`}
        path={path}
        form={(work, close) => <PerkFields perk={perk} work={work} close={close} />}
      >
        <span class="perk-name" dir="auto">
          {perk.name || 'No name yet'}
        </span>
        {perk.text && (
          <span class="perk-text" dir="auto">
            {perk.text}
          </span>
        )}
        {!isZero(perk.worth) && <span class="perk-text">Worth {amountWords(perk.worth, currency)} each time</span>}
      </EditInPlace>
      {['name', 'text', 'worth', 'kind'].map((field) => (
        <WasHere key={field} path={[...path, field]} />
      ))}
      <FindingsHere spot={`/perks/${index}`} />
    </>
  )
}
