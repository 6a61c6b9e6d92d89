import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { EditForm } from './edit-in-place.tsx'

interface Props {
  readonly words: string
  readonly children: ComponentChildren
  /** Null while something is still needed. */
  readonly onAdd: (() => void) | null
  readonly onGiveUp: () => void
}

/** A button that opens a small form for something that is not there yet. */
export function AddThing({ words, children, onAdd, onGiveUp }: Props) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useLayoutEffect(() => {
    if (!isOpen && wasOpen.current) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  if (!isOpen) {
    return (
      <p>
        <button class="edit-action" type="button" ref={button} onClick={() => setOpen(true)}>
          {words}
        </button>
      </p>
    )
  }
  const keep = () => {
    if (!onAdd) return
    onAdd()
    setOpen(false)
  }
  const giveUp = () => {
    onGiveUp()
    setOpen(false)
  }
  return (
    <EditForm label={words} keepWords="Add" onKeep={keep} onGiveUp={giveUp}>
      <div class="edit-fields">{children}</div>
    </EditForm>
  )
}
