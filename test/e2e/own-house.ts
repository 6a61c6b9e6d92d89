import { onTestFinished } from 'vitest'
import { startHouse } from '#local/house.ts'
import { steadyClock } from '../setup/steady-clock.ts'
import { signIn } from './sign-in.ts'
import { openWindow } from './window.ts'

export const DESKTOP = { width: 1280, height: 900 }

/** A house in which a test may publish: the one that all share stays as it is. It stands on the same day. */
export async function ownHouse(): Promise<OwnHouse> {
  const house = await startHouse({
    ...{ port: 0, dataDir: null, now: steadyClock(), tell: () => {} },
    report: (error) => console.error(error),
  })
  onTestFinished(() => house.stop())
  const visit = async (viewport = DESKTOP) => {
    const window = await openWindow({ baseURL: house.origin, viewport })
    window.page.setDefaultTimeout(15_000)
    return window
  }
  return {
    visit,
    async enter(name, path) {
      const window = await visit()
      await signIn(window.page, name, '/studio')
      await window.page.goto(path)
      return window
    },
  }
}

export interface OwnHouse {
  /** A window of somebody who is not signed in. */
  visit(viewport?: typeof DESKTOP): ReturnType<typeof openWindow>
  /** A window of one of the staff, by their first name, at a path of the studio. */
  enter(name: string, path: string): ReturnType<typeof openWindow>
}
