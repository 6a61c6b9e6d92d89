import { Field } from './field.tsx'
import { lengthNote } from './length-note.tsx'

interface Props {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
  /** In characters. More can be typed, and is found fault with: nothing is cut off. */
  readonly longest?: number | undefined
  readonly isAmount?: boolean
  /** A BCP 47 tag, where it is not the page's. */
  readonly lang?: string
  readonly onLeave?: () => void
}

/** One line of text. */
export function TextField({ label, value, onText, longest, isAmount = false, lang, onLeave }: Props) {
  return (
    <Field label={label} note={longest && lengthNote(value, longest)}>
      {(id, describedBy) => (
        <input
          class={isAmount ? 'edit-text number' : 'edit-text'}
          id={id}
          aria-describedby={describedBy}
          autocomplete="off"
          dir="auto"
          inputMode={isAmount ? 'decimal' : 'text'}
          lang={lang}
          value={value}
          onBlur={onLeave}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      )}
    </Field>
  )
}
