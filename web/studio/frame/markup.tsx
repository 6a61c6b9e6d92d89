import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  /** Only what was made here, in which every text is escaped. */
  readonly html: string
  readonly class?: string
  readonly lang?: string
}

/** Markup that our own functions made: a drawn mark, a story. */
export function Markup({ html, class: name = '', lang }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (place.current) place.current.innerHTML = html
  }, [html])
  return <div class={name} lang={lang} ref={place} />
}
