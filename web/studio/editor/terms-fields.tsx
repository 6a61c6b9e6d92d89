import { useState } from 'preact/hooks'
import type { LimitWindow, PerkDocument, PerkTerms, TierDocument } from '#program/document.ts'
import { categoriesIn } from '../edit/categories-in.ts'
import { setTerms } from '../edit/perk-edits.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { TickField } from '../fields/tick-field.tsx'
import { useEditor } from './editor.ts'

const WINDOWS: readonly (readonly [LimitWindow, string])[] = [
  ['order', 'an order'],
  ['day', 'a day'],
  ['week', 'a week'],
  ['month', 'a month'],
  ['quarter', 'a quarter'],
  ['year', 'a year'],
  ['ever', 'ever'],
]

interface Props {
  readonly perk: PerkDocument
  readonly tier: TierDocument
  /** Null where the tier has none of its own. */
  readonly own: PerkTerms | null
  /** What it has from a tier below, to begin with. */
  readonly followed: PerkTerms | null
  readonly work: string
}

/** The terms in one cell. Left empty, they are "Always". */
export function TermsFields({ perk, tier, own, followed, work }: Props) {
  const { content, edit } = useEditor()
  const { tiers, currency } = content.document
  const [typed, setTyped] = useState((own ?? followed)?.categories?.join(', ') ?? '')
  const set = (terms: PerkTerms | null) => edit(setTerms(perk.id, tier.id, terms), work)
  const rank = tiers.indexOf(tier)
  const hasBelow = tiers.slice(0, rank).some(({ id }) => Object.hasOwn(perk.terms, id))
  const { over, categories, limit } = own ?? {}
  const rest = { ...(over !== undefined && { over }), ...(categories && { categories }), ...(limit && { limit }) }
  const without = (key: keyof PerkTerms) =>
    Object.fromEntries(Object.entries(rest).filter(([name]) => name !== key)) as PerkTerms
  return (
    <div class="edit-fields">
      <TickField
        label={hasBelow ? `Other terms than the tier below ${tier.name}` : `${tier.name} has it`}
        isOn={own !== null}
        onTick={(isOn) => set(isOn ? (followed ?? {}) : null)}
      />
      {own && (
        <>
          <TextField
            isAmount
            label={`On orders of at least, in ${currency}`}
            value={over ?? ''}
            onText={(text) => set(text === '' ? without('over') : { ...rest, over: text })}
          />
          <TextField
            label="In these categories only, with commas between"
            value={typed}
            onText={(text) => {
              setTyped(text)
              const named = categoriesIn(text)
              set(named.length === 0 ? without('categories') : { ...rest, categories: named })
            }}
          />
          <NumberField
            label="At most this many times"
            value={limit?.count}
            onNumber={(count) =>
              set(count === undefined ? without('limit') : { ...rest, limit: { count, per: limit?.per ?? 'year' } })
            }
          />
          {limit && (
            <ChoiceField
              label="In"
              value={limit.per}
              choices={WINDOWS}
              onChoice={(per) => set({ ...rest, limit: { ...limit, per } })}
            />
          )}
        </>
      )}
    </div>
  )
}
