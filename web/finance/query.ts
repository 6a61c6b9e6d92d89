/** What can be looked at, in the order of the page's own navigation; `entries` and `use` are reached from the others. */
export const VIEWS = [
  'overview',
  'costs',
  'entries',
  'use',
  'budget',
  'exposure',
  'tiers',
  'invoices',
  'refunds',
  'unit-costs',
  'periods',
  'exports',
] as const
export type ViewName = (typeof VIEWS)[number]

const PLACE = ['from', 'to', 'perk', 'tier', 'edition', 'source'] as const
const FIELDS = [...PLACE, 'by', 'kind', 'id', 'state', 'format', 'locale', 'contra'] as const
export type FieldName = (typeof FIELDS)[number]

/** What a view is asked with: only fields that say something. */
export type Fields = Readonly<Partial<Record<FieldName, string>>>

/** A view as it stands in the address, so that it can be kept, sent and come back to. */
export interface Query {
  readonly view: ViewName
  readonly fields: Fields
}

const FIELDS_OF: Readonly<Record<ViewName, readonly FieldName[]>> = {
  overview: [],
  costs: ['by', ...PLACE],
  entries: [...PLACE, 'kind'],
  use: ['id'],
  budget: [],
  exposure: [],
  tiers: ['from', 'to'],
  invoices: ['state'],
  refunds: [],
  'unit-costs': [],
  periods: [],
  exports: ['format', 'from', 'to', 'locale', 'contra'],
}

/** What an address asks for. Whatever it does not know is left out, and a view that is none is the first. */
export function readQuery(search: URLSearchParams): Query {
  const view = VIEWS.find((name) => name === search.get('view')) ?? 'overview'
  const fields: Partial<Record<FieldName, string>> = {}
  for (const name of FIELDS_OF[view]) {
    // Boxes that are ticked come one by one.
    const text = search.getAll(name).join(',').trim()
    if (text !== '') fields[name] = text
  }
  return { view, fields }
}

/** The address of a view. The same question always has the same one. */
export function hrefOf(view: ViewName, fields: Fields = {}): string {
  const search = searchOf({ ...(view !== 'overview' && { view }), ...inOrder(view, fields) })
  return `/finance${search}`
}

/** A query string with a question mark, or nothing. Commas stay readable, which addresses allow. */
export function searchOf(fields: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(fields).toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

const inOrder = (view: ViewName, fields: Fields) =>
  Object.fromEntries(FIELDS_OF[view].flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])))
