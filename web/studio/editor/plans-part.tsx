import { useState } from 'preact/hooks'
import type { PlanDocument } from '#program/document.ts'
import { newId } from '../edit/new-id.ts'
import { addPlan, changePlan, removePlan } from '../edit/promise-edits.ts'
import { LONGEST } from '../edit/shape.ts'
import { amountWords } from '../edit/value-words.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { focusOn } from '../frame/focus.ts'
import { AddThing } from './add-thing.tsx'
import { EditInPlace } from './edit-in-place.tsx'
import { useEditor } from './editor.ts'
import { FindingsHere } from './findings-here.tsx'
import { WasHere } from './was-here.tsx'

/** What can be paid for, and may then count as a way. */
export function PlansPart() {
  const { content, edit } = useEditor()
  const { plans = [] } = content.document
  const [name, setName] = useState('')
  const add = () => {
    edit(addPlan({ id: newId(name, 'plan', plans), name: name.trim(), price: '0', per: 'year' }))
    setName('')
  }
  return (
    <section class="section first aside" aria-labelledby="plans">
      <h2 id="plans" tabIndex={-1}>
        Paid plans
      </h2>
      <div>
        {plans.length === 0 && <p>There is none: no tier can be paid for.</p>}
        <ul class="facts">
          {plans.map((plan, index) => (
            <li key={plan.id}>
              <OnePlan plan={plan} />
              <FindingsHere spot={`/plans/${index}`} />
            </li>
          ))}
        </ul>
        <AddThing words="Add a plan" onAdd={name.trim() === '' ? null : add} onGiveUp={() => setName('')}>
          <TextField label="Name of the new plan" value={name} longest={LONGEST.name} onText={setName} />
        </AddThing>
      </div>
    </section>
  )
}

function OnePlan({ plan }: { readonly plan: PlanDocument }) {
  const { content, edit } = useEditor()
  const { currency } = content.document
  const { id, name, price, per } = plan
  const path = ['document', 'plans', id]
  const set = (work: string) => (part: Partial<PlanDocument>) => edit(changePlan(id, part), work)
  return (
    <>
      <EditInPlace
        label={`Plan ${name}`}
        path={path}
        form={(work, close) => (
          <div class="edit-fields">
            <TextField
              label="Name of the plan"
              value={name}
              longest={LONGEST.name}
              onText={(typed) => set(work)({ name: typed })}
            />
            <TextField
              isAmount
              label={`Price, in ${currency}`}
              value={price}
              onText={(typed) => set(work)({ price: typed })}
            />
            <ChoiceField
              label="Paid every"
              value={per}
              choices={[
                ['month', 'month'],
                ['year', 'year'],
              ]}
              onChoice={(chosen) => set(work)({ per: chosen })}
            />
            <button
              class="edit-action"
              type="button"
              onClick={() => {
                close()
                edit(removePlan(id))
                focusOn('plans')
              }}
            >
              Take this plan out
            </button>
          </div>
        )}
      >
        <span dir="auto">{name || 'No name yet'}</span>, {amountWords(price, currency)} a {per}
      </EditInPlace>
      {['name', 'price', 'per'].map((field) => (
        <WasHere key={field} path={[...path, field]} />
      ))}
    </>
  )
}
