import { useState } from 'preact/hooks'
import type { TierDocument } from '#program/document.ts'
import { removeTier } from '../edit/tier-edits.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { focusOn } from '../frame/focus.ts'
import { AddThing } from './add-thing.tsx'
import { useEditor } from './editor.ts'

interface Props {
  readonly tier: TierDocument
}

/** Takes a tier out, once it is said which one takes its place. */
export function RemoveTier({ tier }: Props) {
  const { content, edit } = useEditor()
  const { tiers } = content.document
  const others = tiers.filter(({ id }) => id !== tier.id)
  const below = tiers[tiers.findIndex(({ id }) => id === tier.id) - 1]?.id
  const [chosen, setChosen] = useState(below ?? '')
  const heir = others.some(({ id }) => id === chosen) ? chosen : (others[0]?.id ?? '')
  const remove = () => {
    edit(removeTier(tier.id, heir))
    focusOn('tiers')
  }
  return (
    <AddThing words={`Take ${tier.name} out`} onAdd={remove} onGiveUp={() => {}}>
      <ChoiceField
        label={`Whoever is ${tier.name} becomes`}
        value={heir}
        choices={others.map(({ id, name }) => [id, name] as const)}
        onChoice={setChosen}
      />
    </AddThing>
  )
}
