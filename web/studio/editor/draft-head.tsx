import { monthWords } from '#program/words/date-words.ts'
import type { DraftBody } from '../draft-body.ts'
import { kindOf, kindSentence } from '../edit/kind-words.ts'
import { monthsFrom } from '../edit/months-from.ts'
import { callDraft, callProgram, takeEffect } from '../edit/program-edits.ts'
import { LONGEST } from '../edit/shape.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { EditInPlace } from './edit-in-place.tsx'
import { useEditor } from './editor.ts'
import { FindingsHere } from './findings-here.tsx'

/** What the draft is called, which of the two it is, and from when it holds. */
export function DraftHead({ saved }: { readonly saved: DraftBody }) {
  const { content, edit, differences } = useEditor()
  const { title, effectiveFrom, document } = content
  const kind = kindOf(differences)
  return (
    <div class="studio-head">
      <EditInPlace
        label="Title of the draft"
        path={[]}
        frame={(button) => <h1 dir="auto">{button}</h1>}
        form={(work) => (
          <TextField
            label="Title of the draft"
            value={title}
            longest={LONGEST.title}
            onText={(text) => edit(callDraft(text), work)}
          />
        )}
      >
        {title || 'No title yet'}
      </EditInPlace>
      <FindingsHere spot="/title" />
      <p class="lead">{kindSentence(kind, effectiveFrom)}</p>
      {stateSentence(saved) && <p>{stateSentence(saved)}</p>}
      <dl class="studio-facts">
        <div>
          <dt>Begun from</dt>
          <dd>Edition {saved.base.edition}</dd>
        </div>
        <div>
          <dt>Program</dt>
          <dd>
            <EditInPlace
              label="Name of the program"
              path={['document', 'name']}
              form={(work) => (
                <TextField
                  label="Name of the program"
                  value={document.name}
                  longest={LONGEST.name}
                  onText={(text) => edit(callProgram(text), work)}
                />
              )}
            >
              <span dir="auto">{document.name || 'No name yet'}</span>
            </EditInPlace>
            <FindingsHere spot="/name" />
          </dd>
        </div>
        {kind !== 'words' && (
          <div>
            <dt>In force from</dt>
            <dd>
              <EffectiveMonth />
            </dd>
          </div>
        )}
      </dl>
      <FindingsHere spot="" />
    </div>
  )
}

/** What was decided about the draft, and what an edit would do to that; null: nothing yet. */
function stateSentence({ state, returned }: DraftBody): string | null {
  switch (state) {
    case 'submitted':
      return 'It is submitted. Any edit opens it again, and it is then submitted anew.'
    case 'approved':
      return 'It is approved. Any edit voids the approval, and it is then submitted anew.'
    case 'open':
      return returned && `It was returned by ${returned.by}: ${returned.remark}`
    default:
      return state satisfies never
  }
}

function EffectiveMonth() {
  const { content, edit, earliest } = useEditor()
  const { effectiveFrom } = content
  const choices = monthsFrom(earliest, effectiveFrom).map((month) => [month, `1 ${monthWords(month)}`] as const)
  return (
    <>
      <EditInPlace
        label="In force from"
        isAction={effectiveFrom === null}
        path={[]}
        form={(work) => (
          <ChoiceField
            label={`In force from, at the earliest 1 ${monthWords(earliest)}`}
            value={effectiveFrom ?? ''}
            choices={[['', 'Not chosen yet'], ...choices]}
            onChoice={(month) => edit(takeEffect(month || null), work)}
          />
        )}
      >
        {effectiveFrom === null ? 'Choose a month' : `1 ${monthWords(effectiveFrom)}`}
      </EditInPlace>
      <FindingsHere spot="/effectiveFrom" />
    </>
  )
}
