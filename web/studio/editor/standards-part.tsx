import { useState } from 'preact/hooks'
import type { Standard } from '#program/document.ts'
import { newId } from '../edit/new-id.ts'
import { addStandard, changeStandard, removeStandard } from '../edit/promise-edits.ts'
import { LONGEST } from '../edit/shape.ts'
import { LongField } from '../fields/long-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { focusOn } from '../frame/focus.ts'
import { AddThing } from './add-thing.tsx'
import { EditInPlace } from './edit-in-place.tsx'
import { useEditor } from './editor.ts'
import { FindingsHere } from './findings-here.tsx'
import { WasHere } from './was-here.tsx'

/** What every customer gets, without tiers. */
export function StandardsPart() {
  const { content, edit } = useEditor()
  const { standards } = content.document
  const [name, setName] = useState('')
  const add = () => {
    edit(addStandard({ id: newId(name, 'promise', standards), name: name.trim(), text: '' }))
    setName('')
  }
  return (
    <section class="section first aside" aria-labelledby="standards">
      <h2 id="standards" tabIndex={-1}>
        Everybody gets
      </h2>
      <div>
        <ul class="facts">
          {standards.map((standard, index) => (
            <li key={standard.id}>
              <OneStandard standard={standard} />
              <FindingsHere spot={`/standards/${index}`} />
            </li>
          ))}
        </ul>
        <AddThing words="Add a promise" onAdd={name.trim() === '' ? null : add} onGiveUp={() => setName('')}>
          <TextField label="What everybody gets" value={name} longest={LONGEST.name} onText={setName} />
        </AddThing>
      </div>
    </section>
  )
}

function OneStandard({ standard }: { readonly standard: Standard }) {
  const { edit } = useEditor()
  const { id, name, text } = standard
  const path = ['document', 'standards', id]
  const fields = (work: string, close: () => void) => (
    <>
      <TextField
        label="Promise"
        value={name}
        longest={LONGEST.name}
        onText={(typed) => edit(changeStandard(id, { name: typed }), work)}
      />
      <LongField
        label="What it means"
        value={text}
        longest={LONGEST.words}
        rows={3}
        onText={(typed) => edit(changeStandard(id, { text: typed }), work)}
      />
      <button
        class="edit-action"
        type="button"
        onClick={() => {
          close()
          edit(removeStandard(id))
          focusOn('standards')
        }}
      >
        Take this promise out
      </button>
    </>
  )
  return (
    <>
      <EditInPlace label={`Promise ${name}`} path={path} form={fields}>
        <strong dir="auto">{name || 'No name yet'}</strong> <span dir="auto">{text}</span>
      </EditInPlace>
      <WasHere path={[...path, 'name']} />
      <WasHere path={[...path, 'text']} />
    </>
  )
}
