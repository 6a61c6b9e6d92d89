import type { TierDocument } from '#program/document.ts'
import { lowerFirst } from '#program/words/list-words.ts'
import { termsRuns } from '#program/words/terms-at.ts'
import { LONGEST } from '../edit/shape.ts'
import { callTier, sayOfTier } from '../edit/tier-edits.ts'
import { termsLine } from '../edit/value-words.ts'
import { TextField } from '../fields/text-field.tsx'
import { TierName } from '../frame/tier-name.tsx'
import { AddTier } from './add-tier.tsx'
import { EditInPlace } from './edit-in-place.tsx'
import { useEditor } from './editor.ts'
import { FindingsHere } from './findings-here.tsx'
import { RemoveTier } from './remove-tier.tsx'
import { TierWays } from './tier-ways.tsx'

/** The ladder as customers see it, each of its words and numbers a button. */
export function LadderPart() {
  const { tiers } = useEditor().content.document
  return (
    <section class="section first" aria-labelledby="tiers">
      <h2 id="tiers" tabIndex={-1}>
        Tiers
      </h2>
      <ol>
        {tiers.map((tier, rank) => (
          <LadderStep key={tier.id} tier={tier} rank={rank} />
        ))}
      </ol>
      <AddTier />
    </section>
  )
}

interface StepProps {
  readonly tier: TierDocument
  readonly rank: number
}

function LadderStep({ tier, rank }: StepProps) {
  const { content, edit } = useEditor()
  const { tiers } = content.document
  const path = ['document', 'tiers', tier.id]
  const name = tier.name || tier.id
  return (
    <li class="ladder-step">
      <div>
        <EditInPlace
          label={`Name of ${name}`}
          path={[...path, 'name']}
          frame={(button) => <h3 class="ladder-name">{button}</h3>}
          form={(work) => (
            <TextField
              label="Name of the tier"
              value={tier.name}
              longest={LONGEST.name}
              onText={(text) => edit(callTier(tier.id, text), work)}
            />
          )}
        >
          <TierName name={tier.name} rank={rank} of={tiers.length} />
        </EditInPlace>
        <FindingsHere spot={`/tiers/${rank}/name`} />
        <EditInPlace
          label={`Headline of ${name}`}
          isAction={!tier.headline}
          path={[...path, 'headline']}
          form={(work) => (
            <TextField
              label={`Headline of ${name}`}
              value={tier.headline ?? ''}
              longest={LONGEST.headline}
              onText={(text) => edit(sayOfTier(tier.id, 'headline', text), work)}
            />
          )}
        >
          <span class="soft" dir="auto">
            {tier.headline || 'Add a headline'}
          </span>
        </EditInPlace>
        <FindingsHere spot={`/tiers/${rank}/headline`} />
        <FindingsHere spot={`/tiers/${rank}`} />
        {tiers.length > 1 && rank > 0 && <RemoveTier tier={tier} />}
      </div>
      <TierWays tier={tier} rank={rank} />
      <Gains rank={rank} />
    </li>
  )
}

/** What a tier adds, as it follows from the perk table. */
function Gains({ rank }: { readonly rank: number }) {
  const { document } = useEditor().content
  const gains = document.perks.flatMap((perk) => {
    const run = termsRuns(perk, document.tiers).find(({ from }) => from === rank)
    return run?.terms ? [{ id: perk.id, name: perk.name, terms: termsLine(run.terms, document) }] : []
  })
  return (
    <div>
      <h4>{rank === 0 ? 'It starts with' : 'It adds'}</h4>
      <ul class="lines">
        {gains.map((gain) => (
          <li key={gain.id}>
            {`${gain.name}, `}
            <span class="soft">{lowerFirst(gain.terms)}</span>
          </li>
        ))}
      </ul>
      {gains.length === 0 && (
        <p>{rank === 0 ? 'What everybody gets.' : 'Nothing of its own: what the tier below has.'}</p>
      )}
    </div>
  )
}
