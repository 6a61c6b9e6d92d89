import { useState } from 'preact/hooks'
import { Field } from './field.tsx'

interface Props {
  readonly label: string
  readonly value: number | undefined
  /** Undefined when the field is left empty. */
  readonly onNumber: (value: number | undefined) => void
  readonly isNeeded?: boolean
}

const WHOLE = /^\d{1,9}$/

/** A whole number. What is none stays in the field, which says so and holds the form open; the draft keeps the last one. */
export function NumberField({ label, value, onNumber, isNeeded = false }: Props) {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const isOther = WHOLE.test(typed) && Number(typed) !== value
  // Undone or put back meanwhile: what is typed is not what holds.
  const text = isOther ? String(value ?? '') : typed
  const fault = faultOf(text, isNeeded)
  const type = (input: HTMLInputElement) => {
    const now = faultOf(input.value, isNeeded)
    input.setCustomValidity(now)
    setTyped(input.value)
    if (now === '') onNumber(input.value === '' ? undefined : Number(input.value))
  }
  return (
    <Field label={label} fault={fault}>
      {(id, describedBy) => (
        <input
          class="edit-text number"
          id={id}
          aria-describedby={describedBy}
          aria-invalid={fault !== ''}
          autocomplete="off"
          inputMode="numeric"
          value={text}
          onInput={({ currentTarget }) => type(currentTarget)}
        />
      )}
    </Field>
  )
}

function faultOf(text: string, isNeeded: boolean): string {
  if (text === '') return isNeeded ? 'Write a whole number.' : ''
  return WHOLE.test(text) ? '' : 'This is not a whole number. Write digits alone, as in 12.'
}
