const SCHEME = /\(prefers-color-scheme:\s*(light|dark)\)/g
const ALWAYS = '(min-width: 0px)'
const NEVER = '(min-width: 99999px)'

/** Shows a framed page in other colours than the reader's own: what its styles say of the one or the other scheme is settled. */
export function paint(page: Document, colours: 'light' | 'dark'): void {
  page.documentElement.style.colorScheme = colours
  for (const { cssRules } of page.styleSheets) {
    for (const rule of cssRules) {
      if (!(rule instanceof (page.defaultView ?? window).CSSMediaRule)) continue
      rule.media.mediaText = rule.media.mediaText.replace(SCHEME, (_, scheme) => (scheme === colours ? ALWAYS : NEVER))
    }
  }
}

/** Tells where a link of a framed page leads, in place of following it: the pages themselves cannot be framed. */
export function tellLinks(page: Document, tell: (path: string) => void): void {
  page.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest('a')
    if (!link || link.getAttribute('href')?.startsWith('#')) return
    event.preventDefault()
    tell(link.pathname)
  })
}
