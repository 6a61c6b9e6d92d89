import { useEffect } from 'preact/hooks'
import type { DraftBody } from '../draft-body.ts'
import { focusOn } from '../frame/focus.ts'
import { viewHref } from '../frame/view-href.ts'
import { afterPublishing, type Published } from './publishing-words.ts'

interface Props {
  readonly draft: DraftBody
  readonly published: Published
}

/** What was published, and where it can be seen. */
export function OutcomePart({ draft, published }: Props) {
  useEffect(() => focusOn('decision'), [])
  const isShown = published.revision > 1 && published.isInForce
  return (
    <div class="opening">
      <h1 id="decision" tabIndex={-1}>
        Published: <span dir="auto">{draft.title}</span>
      </h1>
      <p class="lead" role="status">
        {afterPublishing(published)}
      </p>
      <ul class="studio-links">
        {isShown &&
          draft.document.tiers.map(({ id, name }) => (
            <li key={id}>
              <a href={`/tiers/${encodeURIComponent(id)}`}>The page of {name}</a>
            </li>
          ))}
        <li>
          <a href="/changes">What changed, as customers read it</a>
        </li>
        <li>
          <a href="/">The program as it is now</a>
        </li>
        <li>
          <a href={viewHref('drafts')}>Back to the studio</a>
        </li>
      </ul>
    </div>
  )
}
