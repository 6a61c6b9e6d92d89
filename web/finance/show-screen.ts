import { escapeText } from '../pictures/svg.ts'
import { draw, place, write } from '../standing/place.ts'
import type { ProgramNames } from './program.ts'
import { hrefOf, type Query, type ViewName } from './query.ts'
import type { Screen } from './screen.ts'

/** The views one can go to from anywhere. */
const PLACES: readonly { readonly view: ViewName; readonly name: string; readonly within?: readonly ViewName[] }[] = [
  { view: 'overview', name: 'This month' },
  { view: 'costs', name: 'Costs', within: ['entries', 'use'] },
  { view: 'budget', name: 'Budgets' },
  { view: 'exposure', name: 'Exposure' },
  { view: 'tiers', name: 'Tiers' },
  { view: 'invoices', name: 'Invoices' },
  { view: 'refunds', name: 'Refunds' },
  { view: 'unit-costs', name: 'Unit costs' },
  { view: 'periods', name: 'Months' },
  { view: 'exports', name: 'Exports' },
]

export const nameOfView = (view: ViewName): string =>
  PLACES.find((one) => one.view === view || one.within?.includes(view))?.name ?? ''

/** Puts a screen in place of the one before. */
export function showScreen(screen: Screen, { view }: Query, program: ProgramNames): void {
  const { title, lead, about = '', filters = '', body } = screen
  document.title = `${title} – Finance – ${program.name}`
  draw('views', PLACES.map((one) => viewLink(one, view)).join(''))
  write('title', title)
  write('lead', lead)
  write('about', about)
  place('about').hidden = about === ''
  draw('filters', filters)
  draw('body', body)
  write('printed', `${program.name}, finance: ${[title, about].filter((words) => words !== '').join(' · ')}`)
}

/** What stands where nothing could be fetched. */
export const troubleScreen = (detail: string): Screen => ({
  title: 'There is nothing to show here',
  lead: detail,
  body: '',
})

function viewLink({ view, name, within }: (typeof PLACES)[number], current: ViewName): string {
  const isHere = view === current ? ' aria-current="page"' : within?.includes(current) ? ' aria-current="true"' : ''
  return `<li><a class="place plain" href="${escapeText(hrefOf(view))}"${isHere}>${escapeText(name)}</a></li>`
}
