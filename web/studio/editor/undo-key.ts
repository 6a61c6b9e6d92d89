/** Ctrl+Z and Ctrl+Shift+Z, wherever nothing is being filled in: there the browser's own undo is what is meant. */
export function undoKey(undo: () => void, redo: () => void): () => void {
  const press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) redo()
    else undo()
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof Element && target.closest('form, input:not([type])') !== null)
