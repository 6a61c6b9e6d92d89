import type { QualificationTerms } from '#program/document.ts'
import { monthName } from '#program/words/date-words.ts'
import { capital, countWords } from '#program/words/list-words.ts'
import { keepWords, landingWords, windowWords } from '#program/words/period-words.ts'
import { countBy, giveNotice } from '../edit/program-edits.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { TickField } from '../fields/tick-field.tsx'
import { EditInPlace } from './edit-in-place.tsx'
import { useEditor } from './editor.ts'
import { FindingsHere } from './findings-here.tsx'
import { WasHere } from './was-here.tsx'

const FIELDS = ['period', 'months', 'keep', 'softLanding', 'startsIn'] as const

/** How is counted and how long a tier lasts, in the sentences that customers read. */
export function RulesPart() {
  const { content, edit } = useEditor()
  const { qualification, noticeDays, tiers } = content.document
  const sentences =
    qualification.months >= 1
      ? [windowWords(qualification), keepWords(qualification), landingWords(qualification, tiers)]
      : ['The number of months that count is missing.']
  return (
    <section class="section first aside" aria-labelledby="rules">
      <h2 id="rules">How it is counted</h2>
      <div class="prose">
        <EditInPlace
          label="How it is counted"
          isAction
          path={[]}
          block={sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
          form={(work) => <CountingFields work={work} />}
        >
          Change how it is counted
        </EditInPlace>
        {FIELDS.map((field) => (
          <WasHere key={field} path={['document', 'qualification', field]} />
        ))}
        <FindingsHere spot="/qualification" />
        <div>
          <EditInPlace
            label="Days of notice"
            path={['document', 'noticeDays']}
            form={(work) => (
              <NumberField
                isNeeded
                label="Days of notice before something is taken away"
                value={noticeDays}
                onNumber={(days) => edit(giveNotice(days ?? 0), work)}
              />
            )}
          >
            Whatever takes something away is announced {countWords(noticeDays, 'day')} before.
          </EditInPlace>
        </div>
        <FindingsHere spot="/noticeDays" />
      </div>
    </section>
  )
}

const PERIODS: readonly (readonly [QualificationTerms['period'], string])[] = [
  ['sliding', 'The last months, whenever one looks'],
  ['calendar', 'Fixed months of the year'],
  ['anniversary', 'From the month in which somebody joined'],
]

function CountingFields({ work }: { readonly work: string }) {
  const { content, edit } = useEditor()
  const { period, months, keep, softLanding, startsIn } = content.document.qualification
  const set = (part: Partial<QualificationTerms>) => edit(countBy(part), work)
  const starts = Array.from({ length: 12 }, (_, index) => [String(index + 1), capital(monthName(index + 1))] as const)
  return (
    <div class="edit-fields">
      <ChoiceField
        label="What counts"
        value={period}
        choices={PERIODS}
        onChoice={(chosen) => set({ period: chosen })}
      />
      <NumberField
        isNeeded
        label="Months that count"
        value={months}
        onNumber={(count) => set({ months: count ?? 0 })}
      />
      <NumberField
        isNeeded
        label="Months that a tier is kept beyond them"
        value={keep}
        onNumber={(count) => set({ keep: count ?? 0 })}
      />
      {period === 'calendar' && (
        <ChoiceField
          label="The first period begins in"
          value={String(startsIn ?? 1)}
          choices={starts}
          onChoice={(month) => set({ startsIn: Number(month) })}
        />
      )}
      <TickField
        label="Soft landing: one tier at a time"
        isOn={softLanding}
        onTick={(isOn) => set({ softLanding: isOn })}
      />
    </div>
  )
}
