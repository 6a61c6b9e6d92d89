import { place, showState, write } from '../standing/place.ts'
import { type Answer, troubleOf } from './ask.ts'
import { loadScreen } from './load.ts'
import type { ProgramNames } from './program.ts'
import { hrefOf, readQuery } from './query.ts'
import { alarm, say } from './say.ts'
import type { Screen } from './screen.ts'
import { nameOfView, showScreen, troubleScreen } from './show-screen.ts'

/** How one comes to a view: it is opened, a link or form leads there, the browser goes back, or it is shown again. */
type Way = 'open' | 'follow' | 'back' | 'again'

interface Remembered {
  readonly scrollY: number
}

/** Goes from view to view; what is on the screen stays until there is something better. */
export class Navigator {
  readonly #program: ProgramNames
  /** Counts the views that were asked for: an answer to any but the last comes too late. */
  #asked = 0
  #hasScreen = false

  constructor(program: ProgramNames) {
    this.#program = program
    addEventListener('popstate', ({ state }) => void this.#go(here(), 'back', (state as Remembered | null)?.scrollY))
  }

  open = (): Promise<void> => this.#go(here(), 'open')
  /** Shows the view anew, after something in it was changed; `said` stays on the screen. */
  again = (): Promise<void> => this.#go(here(), 'again')
  follow = (search: URLSearchParams): Promise<void> => this.#go(search, 'follow')

  async #go(search: URLSearchParams, way: Way, scrollY = 0): Promise<void> {
    const query = readQuery(search)
    const asked = ++this.#asked
    document.body.setAttribute('aria-busy', 'true')
    if (way !== 'again') say(`Opening ${nameOfView(query.view)}.`)
    const answer = await loadScreen(query, this.#program)
    if (asked !== this.#asked) return
    document.body.removeAttribute('aria-busy')
    if (way !== 'again') say('')
    if (answer.kind !== 'here') return this.#withoutAnswer(answer, search, way)
    alarm('')
    if (way === 'follow') leave(hrefOf(query.view, query.fields))
    showScreen(answer.body, query, this.#program)
    this.#arrive(way, scrollY)
  }

  #arrive(way: Way, scrollY: number): void {
    showState('ready')
    const isFirst = !this.#hasScreen
    this.#hasScreen = true
    if (way === 'again' || isFirst) return
    place('title').focus({ preventScroll: true })
    scrollTo(0, way === 'back' ? scrollY : 0)
  }

  #withoutAnswer(answer: Exclude<Answer<Screen>, { kind: 'here' }>, search: URLSearchParams, way: Way): void {
    if (answer.kind === 'signed-out') signedOut(search)
    else if (answer.kind === 'refused' && answer.status === 403) failed('This page is finance’s.', NOT_YOURS)
    else if (this.#hasScreen) {
      const stays = way === 'back' ? ' What stands below is the view from before.' : ''
      alarm(`${troubleOf(answer)}${stays}`)
    } else if (answer.kind === 'unknown') failed('Finance cannot be opened.', answer.detail)
    else {
      showScreen(troubleScreen(answer.detail), readQuery(search), this.#program)
      this.#arrive('open', 0)
    }
  }
}

const NOT_YOURS =
  'What perks cost is seen by people of finance alone. If you are one of them, sign out and sign in with that account.'

const here = () => new URLSearchParams(location.search)

/** Remembers how far the page was scrolled, then moves on. */
function leave(href: string): void {
  history.replaceState({ scrollY } satisfies Remembered, '')
  history.pushState(null, '', href)
}

function failed(head: string, detail: string): void {
  write('trouble-head', head)
  write('trouble', detail)
  showState('failed')
}

/** Whoever signs in comes back to the very view. */
function signedOut(search: URLSearchParams): void {
  const { view, fields } = readQuery(search)
  const link = place('sign-in') as HTMLAnchorElement
  link.href = `/auth/staff?returnTo=${encodeURIComponent(hrefOf(view, fields))}`
  showState('signed-out')
}
