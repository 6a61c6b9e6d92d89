import type { StandingBody, TrajectoryBody } from '#program/standing-body.ts'
import { instantWords } from '#program/words/date-words.ts'
import { dayOf } from '#program/zone.ts'
import { type Answer, fetchMine } from './fetch-mine.ts'
import { keepPage } from './keep-page.ts'
import { forgetStanding, keepStanding, keptStanding } from './kept-standing.ts'
import type { LadderData } from './ladder-data.ts'
import { place, showState, write } from './place.ts'
import { showActivity } from './show-activity.ts'
import { showStanding } from './show-standing.ts'
import { troubleOf } from './trouble.ts'

/** Makes a member's page: fetches the standing and what is ahead, shows them, then the activity behind them. */
async function start(): Promise<void> {
  const ladder = JSON.parse(place('ladder').textContent ?? '') as LadderData
  place('sign-out').onclick = () => signOut()
  place('retry').onclick = () => location.reload()
  const [standing, trajectory] = await Promise.all([
    fetchMine<StandingBody>('standing'),
    fetchMine<TrajectoryBody>('trajectory'),
  ])
  if (standing.kind !== 'here') return withoutAnswer(standing, ladder)
  if (trajectory.kind !== 'here') return withoutAnswer(trajectory, ladder)
  keepStanding({ standing: standing.body, trajectory: trajectory.body })
  showStanding(standing.body, trajectory.body, ladder)
  await showActivity(dayOf(Date.parse(standing.body.asOf), ladder.timeZone), ladder)
  await keepPage()
}

function withoutAnswer(answer: Exclude<Answer<never>, { kind: 'here' }>, ladder: LadderData): void {
  if (answer.kind === 'signed-out') {
    forgetStanding()
    showState('signed-out')
    return
  }
  const kept = keptStanding()
  if (kept) {
    showStanding(kept.standing, kept.trajectory, ladder)
    const time = instantWords(kept.standing.asOf, ladder.timeZone)
    write('notice', `${troubleOf(answer)} This is your standing as it was on ${time}.`)
    write('activity-state', 'The list is shown again when there is a connection.')
    return
  }
  write('trouble', troubleOf(answer))
  showState('failed')
}

/** The session ends on the server before anything is forgotten here. */
async function signOut(): Promise<void> {
  const response = await fetch('/auth/logout', { method: 'POST', headers: { 'X-Requested-With': 'cleartier' } }).catch(
    () => null,
  )
  if (!response?.ok) {
    write('notice', 'You are still signed in: signing out did not get through. Check the connection and try again.')
    return
  }
  forgetStanding()
  location.assign('/')
}

await start()
