/** Where the focus goes when what had it is gone: to a part of the page by its id, once the page has been drawn anew. */
export function focusOn(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}

/** The same for a button that goes: to the last button before it, or to the heading above it. */
export function focusBefore(button: HTMLElement): void {
  const section = button.closest('section, .studio-head')
  const others = [...(section?.querySelectorAll<HTMLElement>('button, [tabindex="-1"]:is(h1, h2)') ?? [])]
  const before = others[others.indexOf(button) - 1]
  requestAnimationFrame(() => before?.focus())
}
