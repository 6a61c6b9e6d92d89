import type { StandingBody, TrajectoryBody } from '#program/standing-body.ts'

const KEY = 'cleartier.standing'

/** The last standing that was shown on this device, for when there is no connection. */
export interface KeptStanding {
  readonly standing: StandingBody
  readonly trajectory: TrajectoryBody
}

/** Keeping may be forbidden or full; the page works without. */
export function keepStanding(kept: KeptStanding): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    forgetStanding()
  }
}

export function keptStanding(): KeptStanding | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as KeptStanding | null
  } catch {
    return null
  }
}

export function forgetStanding(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing could be kept either.
  }
}
