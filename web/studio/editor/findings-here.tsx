import type { Finding } from '#program/checks/finding.ts'
import { warningName } from '../edit/findings-of.ts'
import { explain } from '../edit/program-edits.ts'
import { LONGEST } from '../edit/shape.ts'
import { spotId, spotIn } from '../edit/spot.ts'
import { TextField } from '../fields/text-field.tsx'
import { useEditor } from './editor.ts'

interface Props {
  /** A spot, as {@link spotIn} gives it. */
  readonly spot: string
}

/** What is to be said about this part of the page. The list of all findings leads here. */
export function FindingsHere({ spot }: Props) {
  const { content, findings } = useEditor()
  const here = findings.filter(({ place }) => spotIn(content.document, place) === spot)
  return (
    <div class="edit-findings" id={spotId(spot)} tabIndex={-1}>
      {here.map((finding) => (
        <OneFinding key={`${warningName(finding)} ${finding.message}`} finding={finding} />
      ))}
    </div>
  )
}

/** A cost that is missing is no matter of the author's: finance fills it in. */
const isFinances = ({ code }: Finding) => code === 'no_cost'

const KINDS = { error: 'Error', warning: 'Warning', note: 'Note' } as const

function OneFinding({ finding }: { readonly finding: Finding }) {
  const { content, edit, end } = useEditor()
  const { kind, message, mend } = finding
  const name = warningName(finding)
  return (
    <div class={`edit-finding ${kind}`}>
      <p>
        <strong>{KINDS[kind]}.</strong> {message} {mend}
      </p>
      {kind === 'warning' && !isFinances(finding) && (
        <TextField
          label="Why it may stay as it is"
          value={Object.hasOwn(content.explanations, name) ? (content.explanations[name] ?? '') : ''}
          longest={LONGEST.explanation}
          onText={(text) => edit(explain(name, text), `explain ${name}`)}
          onLeave={end}
        />
      )}
    </div>
  )
}
