/** An element that the page was built with. Throws for one that is not there, which is a fault of the page itself. */
export function place(name: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(`[data-place="${name}"]`)
  if (!element) throw new Error(`The page has no place "${name}".`)
  return element
}

export const write = (name: string, text: string): void => {
  place(name).textContent = text
}

/** Only for markup made here, in which every text is escaped. */
export const draw = (name: string, markup: string): void => {
  place(name).innerHTML = markup
}

/** Shows the one of the page's states and hides the others. */
export function showState(state: 'loading' | 'signed-out' | 'failed' | 'ready' | 'erased'): void {
  for (const section of document.querySelectorAll<HTMLElement>('[data-state]'))
    section.hidden = section.dataset.state !== state
}
