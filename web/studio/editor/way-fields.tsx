import { useLayoutEffect, useRef } from 'preact/hooks'
import type { RowDocument } from '#program/document.ts'
import { orderedRow } from '../edit/ordered-row.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { useEditor } from './editor.ts'

interface Props {
  readonly row: RowDocument
  readonly onRow: (row: RowDocument) => void
}

const AMOUNTS = { spend: 'Spend', lifetimeSpend: 'Spend in all, ever', balance: 'Balance kept' } as const
const COUNTS = { orders: 'Orders', units: 'Items' } as const

/** Everything that a way can ask for; what is left empty it does not ask for, and all of what is filled in is needed. */
export function WayFields({ row, onRow }: Props) {
  const { currency, plans = [] } = useEditor().content.document
  // Several fields may be typed into before the page has drawn the first: each goes on from the last.
  const last = useRef(row)
  useLayoutEffect(() => {
    last.current = row
  }, [row])
  const order = useRef(Object.keys(row))
  const set = (part: { readonly [Key in keyof RowDocument]: RowDocument[Key] | undefined }) => {
    last.current = orderedRow({ ...last.current, ...part }, order.current)
    onRow(last.current)
  }
  const amount = (measure: keyof typeof AMOUNTS) => (
    <TextField
      isAmount
      label={`${AMOUNTS[measure]}, in ${currency}`}
      value={last.current[measure] ?? ''}
      onText={(text) => set({ [measure]: text || undefined })}
    />
  )
  const number = (measure: 'orders' | 'units' | 'months', label: string) => (
    <NumberField label={label} value={last.current[measure]} onNumber={(value) => set({ [measure]: value })} />
  )
  return (
    <div class="edit-fields">
      {amount('spend')}
      {number('orders', COUNTS.orders)}
      {number('units', COUNTS.units)}
      {amount('lifetimeSpend')}
      {amount('balance')}
      {number('months', 'Months for which the balance is kept')}
      {plans.length > 0 && (
        <ChoiceField
          label="Paid plan"
          value={last.current.plan ?? ''}
          choices={[['', 'None'], ...plans.map(({ id, name }) => [id, name] as const)]}
          onChoice={(plan) => set({ plan: plan || undefined })}
        />
      )}
    </div>
  )
}
