import { place, write } from '../standing/place.ts'

/** What is asked before something is done that cannot be undone. */
export interface Question {
  readonly title: string
  /** What it means. */
  readonly words: string
  /** The words on the button: "Close May 2026". */
  readonly action: string
}

/** Asks, and waits. Escape means no. */
export function confirmed({ title, words, action }: Question): Promise<boolean> {
  const dialog = place('confirm') as HTMLDialogElement
  write('confirm-title', title)
  write('confirm-words', words)
  write('confirm-yes', action)
  dialog.returnValue = ''
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true })
  })
}
