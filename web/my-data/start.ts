import type { StandingBody } from '#program/standing-body.ts'
import { fetchMine } from '../standing/fetch-mine.ts'
import { forgetStanding } from '../standing/kept-standing.ts'
import { place, showState, write } from '../standing/place.ts'
import { troubleOf } from '../standing/trouble.ts'
import { eraseMine } from './erase-mine.ts'

/** Makes the page on which members see to their data: who they are, and the button that erases it. */
async function start(): Promise<void> {
  place('retry').onclick = () => location.reload()
  const form = place('erasure') as HTMLFormElement
  form.onsubmit = (event) => {
    event.preventDefault()
    void erase()
  }
  const answer = await fetchMine<StandingBody>('standing')
  if (answer.kind === 'here') {
    write('member', answer.body.member)
    return showState('ready')
  }
  if (answer.kind === 'signed-out') return showState('signed-out')
  write('trouble', troubleOf(answer))
  showState('failed')
}

/** One at a time: a button that is pressed again while it works does nothing. */
async function erase(): Promise<void> {
  const button = place('erase')
  if (button.getAttribute('aria-disabled') === 'true') return
  button.setAttribute('aria-disabled', 'true')
  write('said', 'Erasing. This takes a moment.')
  const outcome = await eraseMine()
  button.removeAttribute('aria-disabled')
  if (outcome === 'signed-out') return showState('signed-out')
  if (outcome !== 'erased') return write('said', outcome.detail)
  forgetStanding()
  showState('erased')
  place('erased').focus()
}

await start()
