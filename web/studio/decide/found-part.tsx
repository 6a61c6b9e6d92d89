import type { Finding } from '#program/checks/finding.ts'
import { contentOfBody, type DraftBody } from '../draft-body.ts'
import { warningName } from '../edit/findings-of.ts'
import { placeOfFinding } from '../edit/place-of-finding.ts'
import { spotId, spotIn } from '../edit/spot.ts'
import { viewHref } from '../frame/view-href.ts'

const KINDS = { error: 'Error', warning: 'Warning', note: 'Note' } as const

/** What the checks found, each with its place in the draft, and why it may stay. */
export function FoundPart({ draft }: { readonly draft: DraftBody }) {
  return (
    <section class="section first aside" aria-labelledby="found">
      <h2 id="found">What was found</h2>
      {draft.findings.length === 0 ? (
        <p>Nothing: every check of the program is passed.</p>
      ) : (
        <ul class="lines">
          {draft.findings.map((finding) => (
            <OneFinding key={`${warningName(finding)} ${finding.message}`} finding={finding} draft={draft} />
          ))}
        </ul>
      )}
    </section>
  )
}

function OneFinding({ finding, draft }: { readonly finding: Finding; readonly draft: DraftBody }) {
  const { kind, place, code, message, mend } = finding
  const why = draft.explanations[warningName(finding)]?.trim()
  const spot = spotId(spotIn(draft.document, place))
  return (
    <li class={`edit-finding ${kind}`}>
      <p>
        <strong>{KINDS[kind]}.</strong>{' '}
        <a href={`${viewHref('editor', draft.id)}#${spot}`}>{placeOfFinding(place, contentOfBody(draft))}</a>: {message}{' '}
        {mend}
      </p>
      {kind === 'warning' && code !== 'no_cost' && (
        <p>
          {why ? (
            <>
              Why it may stay: <q dir="auto">{why}</q>
            </>
          ) : (
            'Nobody has explained it yet.'
          )}
        </p>
      )}
    </li>
  )
}
