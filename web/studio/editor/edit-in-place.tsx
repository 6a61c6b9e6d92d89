import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Path } from '../edit/tree.ts'
import { useDifference, useEditor } from './editor.ts'
import { WasHere } from './was-here.tsx'

interface Props {
  /** What is edited, as it is called: "Gold: headline". */
  readonly label: string
  /** The part of the draft, to show what it was. */
  readonly path: Path
  /** What stands there; it is the button that opens the form. */
  readonly children: ComponentChildren
  /** What stands there and is too much for a button, which then says what it does: "Change the story". */
  readonly block?: ComponentChildren
  /** For what is no part of its own by a path. */
  readonly isChanged?: boolean
  /** Whether nothing stands there yet, so that the button says what it does: "Add a headline". */
  readonly isAction?: boolean
  /** What the button stands in, as a heading. */
  readonly frame?: (button: ComponentChildren) => ComponentChildren
  /** The controls; each edit they make belongs to the piece of `work`. */
  readonly form: (work: string, close: () => void) => ComponentChildren
}

let opened = 0

/**
 * A part of the page that becomes a small form where it stands. Edits show at once; Enter keeps them, Escape gives them
 * up, and the focus is then where it was.
 */
export function EditInPlace({
  label: whole,
  path,
  children,
  block,
  isChanged = false,
  isAction,
  frame = (button) => button,
  form,
}: Props) {
  const { end, giveUp } = useEditor()
  const label = shortened(whole)
  const [work, setWork] = useState<string | null>(null)
  const isDifferent = useDifference(path) !== undefined || isChanged
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const close = () => {
    end()
    setWork(null)
  }
  useLayoutEffect(() => {
    if (work === null && wasOpen.current) button.current?.focus()
    wasOpen.current = work !== null
  }, [work])
  if (work !== null) {
    const abandon = () => {
      giveUp(work)
      close()
    }
    return (
      <EditForm label={label} onKeep={close} onGiveUp={abandon}>
        {form(work, close)}
      </EditForm>
    )
  }
  return (
    <>
      {block}
      {frame(
        <button
          class={isAction ? 'edit-action' : isDifferent ? 'edit changed' : 'edit'}
          type="button"
          ref={button}
          onClick={() => setWork(`${label} ${++opened}`)}
        >
          <span class="unseen">{label}: </span>
          {children}
        </button>,
      )}
      <WasHere path={path} />
    </>
  )
}

const LONGEST_LABEL = 80

/** Things are labelled by their names, which may be of any length while they are written. */
const shortened = (label: string) =>
  label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL).toWellFormed()}…` : label

interface FormProps {
  readonly label: string
  readonly children: ComponentChildren
  readonly keepWords?: string
  readonly onKeep: () => void
  readonly onGiveUp: () => void
}

/** A small form in the page. The first of its controls has the focus. */
export function EditForm({ label, children, keepWords = 'Keep', onKeep, onGiveUp }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => focusFirst(form.current), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onGiveUp()
    if (event.key !== 'Enter') return
    // Browsers keep a form on Enter in a line of text, but not on a choice, and in a longer text Enter is a new line.
    const isChoice = event.target instanceof HTMLSelectElement
    if (!isChoice && !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    form.current?.requestSubmit()
  }
  return (
    <form
      class="edit-form"
      aria-label={label}
      autocomplete="off"
      ref={form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        onKeep()
      }}
    >
      {children}
      <p class="edit-actions">
        <button class="edit-action" type="submit">
          {keepWords}
        </button>
        <button class="edit-action" type="button" onClick={onGiveUp}>
          Give up
        </button>
      </p>
    </form>
  )
}

/** What is typed next takes the place of what stands in a line, as in a spreadsheet. */
function focusFirst(form: HTMLFormElement | null): void {
  const control = form?.querySelector<HTMLElement>('input, select, textarea')
  control?.focus()
  if (control instanceof HTMLInputElement) control.select()
}
