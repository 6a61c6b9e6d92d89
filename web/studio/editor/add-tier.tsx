import { useState } from 'preact/hooks'
import { newId } from '../edit/new-id.ts'
import { LONGEST } from '../edit/shape.ts'
import { addTier } from '../edit/tier-edits.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AddThing } from './add-thing.tsx'
import { useEditor } from './editor.ts'

/** A new tier, at a place of the ladder above the one that everybody holds. */
export function AddTier() {
  const { content, edit } = useEditor()
  const { tiers } = content.document
  const [name, setName] = useState('')
  const [above, setAbove] = useState(tiers.at(-1)?.id ?? '')
  const add = () => {
    const rank = tiers.findIndex(({ id }) => id === above) + 1 || tiers.length
    edit(addTier({ id: newId(name, 'tier', tiers), name: name.trim() }, rank))
    setName('')
  }
  return (
    <AddThing words="Add a tier" onAdd={name.trim() === '' ? null : add} onGiveUp={() => setName('')}>
      <TextField label="Name of the new tier" value={name} longest={LONGEST.name} onText={setName} />
      <ChoiceField
        label="It stands above"
        value={above}
        choices={tiers.map((tier) => [tier.id, tier.name] as const)}
        onChoice={setAbove}
      />
    </AddThing>
  )
}
