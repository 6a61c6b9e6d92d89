import { useState } from 'preact/hooks'
import type { PerkKind } from '#program/document.ts'
import { newId } from '../edit/new-id.ts'
import { addPerk } from '../edit/perk-edits.ts'
import { LONGEST } from '../edit/shape.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AddThing } from './add-thing.tsx'
import { useEditor } from './editor.ts'
import { KINDS } from './perk-fields.tsx'

/** A new perk, always to be had from one tier on until its cells say otherwise. */
export function AddPerk() {
  const { content, edit } = useEditor()
  const { tiers, perks } = content.document
  const [name, setName] = useState('')
  const [kind, setKind] = useState<PerkKind>('service')
  const [from, setFrom] = useState(tiers.at(-1)?.id ?? '')
  const add = () => {
    edit(addPerk({ id: newId(name, 'perk', perks), name: name.trim(), kind, worth: '0', terms: { [from]: {} } }))
    setName('')
  }
  return (
    <AddThing words="Add a perk" onAdd={name.trim() === '' ? null : add} onGiveUp={() => setName('')}>
      <TextField label="Name of the new perk" value={name} longest={LONGEST.name} onText={setName} />
      <ChoiceField label="Kind" value={kind} choices={KINDS} onChoice={setKind} />
      <ChoiceField
        label="From this tier on"
        value={from}
        choices={tiers.map((tier) => [tier.id, tier.name] as const)}
        onChoice={setFrom}
      />
    </AddThing>
  )
}
