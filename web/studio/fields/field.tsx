import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface Props {
  readonly label: string
  /** What is wrong with what was typed; '' when nothing is. */
  readonly fault?: string
  readonly note?: ComponentChildren
  /** Gets the id of the control, and of what describes it. */
  readonly children: (id: string, describedBy: string) => ComponentChildren
}

/** A control with its label above and what is to be said about it below. */
export function Field({ label, fault = '', note, children }: Props) {
  const id = useId()
  return (
    <div class="edit-field">
      <label class="edit-label" for={id}>
        {label}
      </label>
      {children(id, `${id}-note`)}
      <p class="edit-note" id={`${id}-note`}>
        {fault ? <span class="edit-fault">{fault}</span> : note}
      </p>
    </div>
  )
}
