import { addressForm, choice, textField, ticks } from './form-parts.ts'
import type { ProgramNames } from './program.ts'
import type { Fields } from './query.ts'

/** The forms that narrow a view. They are sent to the address, so a view can be kept and sent to a colleague. */

export const periodFields = ({ from, to }: Fields): string =>
  textField({ name: 'from', label: 'From month', value: from, type: 'month' }) +
  textField({ name: 'to', label: 'To month', value: to, type: 'month' })

function placeFields(fields: Fields, program: ProgramNames): string {
  return (
    periodFields(fields) +
    choice('perk', 'Perk', program.perks, fields.perk, 'All perks') +
    choice('tier', 'Tier', program.tiers, fields.tier, 'All tiers') +
    textField({ name: 'edition', label: 'Edition', value: fields.edition }) +
    textField({ name: 'source', label: 'Source', value: fields.source })
  )
}

const DIMENSIONS = [
  { id: 'perk', name: 'Perk' },
  { id: 'tier', name: 'Tier' },
  { id: 'month', name: 'Month' },
  { id: 'edition', name: 'Edition' },
  { id: 'source', name: 'Source' },
]

export const costsFilters = (fields: Fields, program: ProgramNames): string =>
  addressForm(
    'costs',
    placeFields(fields, program) + ticks('by', 'Told apart by', DIMENSIONS, (fields.by ?? '').split(',')),
    'Show',
  )

const KINDS = [
  { id: 'use', name: 'Uses' },
  { id: 'reversal', name: 'Reversals' },
  { id: 'true-up', name: 'True-ups' },
]

export const entriesFilters = (fields: Fields, program: ProgramNames): string =>
  addressForm('entries', placeFields(fields, program) + choice('kind', 'Kind', KINDS, fields.kind, 'All kinds'), 'Show')

export const tiersFilters = (fields: Fields): string => addressForm('tiers', periodFields(fields), 'Show')

const STATES = [
  { id: 'unmatched', name: 'Without a use' },
  { id: 'matched', name: 'Matched to a use' },
]

export const invoicesFilters = ({ state }: Fields): string =>
  addressForm('invoices', choice('state', 'Lines', STATES, state, 'All lines'), 'Show')
