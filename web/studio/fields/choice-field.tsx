import { Field } from './field.tsx'

interface Props<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly (readonly [Value, string])[]
  readonly onChoice: (value: Value) => void
}

/** One of a few. */
export function ChoiceField<Value extends string>({ label, value, choices, onChoice }: Props<Value>) {
  const choose = (text: string) => {
    const chosen = choices.find(([each]) => each === text)
    if (chosen) onChoice(chosen[0])
  }
  return (
    <Field label={label}>
      {(id) => (
        <select class="edit-text" id={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {choices.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
