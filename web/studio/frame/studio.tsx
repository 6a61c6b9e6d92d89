import { viewHref } from './view-href.ts'
import { VIEWS } from './views.ts'

interface Props {
  /** The query of the address: "?view=impact&draft=ID". */
  readonly search: string
}

/** The studio: the navigation, and the screen that the address names. */
export function Studio({ search }: Props) {
  const query = new URLSearchParams(search)
  const draft = query.get('draft')
  const view =
    VIEWS.find(({ name, isOfDraft }) => name === query.get('view') && (draft !== null || !isOfDraft)) ??
    VIEWS.find(({ isOfDraft }) => isOfDraft === (draft !== null)) ??
    VIEWS[0]
  const offered = VIEWS.filter(({ isOfDraft }) => draft !== null || !isOfDraft)
  if (!view) return null
  return (
    <>
      <nav class="studio-nav" aria-label="Studio">
        <ul class="places">
          {offered.map(({ name, title, isOfDraft }) => (
            <li key={name}>
              <a
                class="place plain"
                href={viewHref(name, isOfDraft ? draft : null)}
                aria-current={name === view.name ? 'page' : undefined}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <view.show draft={draft} />
    </>
  )
}
