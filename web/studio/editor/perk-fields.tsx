import type { PerkDocument, PerkKind } from '#program/document.ts'
import { changePerk, describePerk, removePerk } from '../edit/perk-edits.ts'
import { LONGEST } from '../edit/shape.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { LongField } from '../fields/long-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { focusOn } from '../frame/focus.ts'
import { useEditor } from './editor.ts'

export const KINDS: readonly (readonly [PerkKind, string])[] = [
  ['delivery', 'Delivery'],
  ['service', 'A service'],
  ['access', 'Access'],
  ['gift', 'A gift'],
  ['discount', 'A discount'],
  ['credit', 'Credit'],
]

interface Props {
  readonly perk: PerkDocument
  readonly work: string
  readonly close: () => void
}

/** What a perk is, apart from its terms. */
export function PerkFields({ perk, work, close }: Props) {
  const { content, edit } = useEditor()
  const { id } = perk
  const remove = () => {
    close()
    edit(removePerk(id))
    focusOn('perks')
  }
  return (
    <div class="edit-fields">
      <TextField
        label="Name of the perk"
        value={perk.name}
        longest={LONGEST.name}
        onText={(name) => edit(changePerk(id, { name }), work)}
      />
      <LongField
        label="Description"
        value={perk.text ?? ''}
        longest={LONGEST.words}
        rows={3}
        onText={(text) => edit(describePerk(id, text), work)}
      />
      <ChoiceField
        label="Kind"
        value={perk.kind}
        choices={KINDS}
        onChoice={(kind) => edit(changePerk(id, { kind }), work)}
      />
      <TextField
        isAmount
        label={`Worth each time, in ${content.document.currency}`}
        value={perk.worth}
        onText={(worth) => edit(changePerk(id, { worth }), work)}
      />
      <button class="edit-action" type="button" onClick={remove}>
        Take this perk out
      </button>
    </div>
  )
}
