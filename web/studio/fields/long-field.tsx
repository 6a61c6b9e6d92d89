import { Field } from './field.tsx'
import { lengthNote } from './length-note.tsx'

interface Props {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
  /** In characters. */
  readonly longest?: number | undefined
  readonly rows?: number
  readonly lang?: string
  readonly onLeave?: () => void
}

/** Several lines of text. */
export function LongField({ label, value, onText, longest, rows = 4, lang, onLeave }: Props) {
  return (
    <Field label={label} note={longest && lengthNote(value, longest)}>
      {(id, describedBy) => (
        <textarea
          class="edit-text"
          id={id}
          aria-describedby={describedBy}
          dir="auto"
          lang={lang}
          rows={rows}
          value={value}
          onBlur={onLeave}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      )}
    </Field>
  )
}
