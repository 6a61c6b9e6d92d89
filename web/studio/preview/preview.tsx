import { useState } from 'preact/hooks'
import type { DraftBody } from '../draft-body.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { Field } from '../fields/field.tsx'
import { PreviewFrame } from './preview-frame.tsx'
import { eyesToSeeWith, type Looking, languagesToSee, ledTo, pagesToSee, previewPath } from './preview-path.ts'

const WIDTHS = [
  ['desktop', 'A desktop'],
  ['phone', 'A phone'],
] as const
const COLOURS = [
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

/** Any page of a draft, as anybody would see it on any day, on a phone or a desktop, light or dark. */
export function Preview({ draft }: { readonly draft: DraftBody }) {
  const { id, title, document, changes, effectiveFrom } = draft
  const isDated = changes === 'rules' && effectiveFrom !== null
  const [looking, setLooking] = useState<Looking>({
    ...{ page: '/', language: '', as: '' },
    on: isDated ? `${effectiveFrom}-01` : '',
  })
  const [width, setWidth] = useState<'desktop' | 'phone'>('desktop')
  const [colours, setColours] = useState<'light' | 'dark'>('light')
  const look = (at: Partial<Looking>) => setLooking((now) => ({ ...now, ...at }))
  const languages = languagesToSee(document)
  return (
    <>
      <div class="studio-head">
        <h1 dir="auto">{title}</h1>
        <p class="lead">This is how its pages will look. Nobody outside the studio sees them yet.</p>
      </div>
      <section class="section first" aria-label="Preview">
        <div class="preview-choices">
          <ChoiceField
            label="Page"
            value={looking.page}
            choices={pagesToSee(document)}
            onChoice={(page) => look({ page })}
          />
          <ChoiceField
            label="Seen by"
            value={looking.as}
            choices={eyesToSeeWith(document)}
            onChoice={(as) => look({ as })}
          />
          <DayField day={looking.on} onDay={(on) => look({ on })} />
          {languages.length > 1 && (
            <ChoiceField
              label="Language"
              value={looking.language}
              choices={languages}
              onChoice={(language) => look({ language })}
            />
          )}
          <ChoiceField label="On" value={width} choices={WIDTHS} onChoice={setWidth} />
          <ChoiceField label="Colours" value={colours} choices={COLOURS} onChoice={setColours} />
        </div>
        <PreviewFrame
          path={previewPath(id, looking)}
          width={width}
          colours={colours}
          onLink={(path) => look(ledTo(path, document))}
        />
      </section>
    </>
  )
}

interface DayProps {
  readonly day: string
  readonly onDay: (day: string) => void
}

const DayField = ({ day, onDay }: DayProps) => (
  <Field label="Day" note={day === '' ? 'As soon as it holds' : undefined}>
    {(id, describedBy) => (
      <input
        class="edit-text"
        id={id}
        aria-describedby={describedBy}
        type="date"
        value={day}
        onChange={({ currentTarget }) => onDay(currentTarget.value)}
      />
    )}
  </Field>
)
