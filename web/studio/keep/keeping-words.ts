import type { Keeping } from './keeper.ts'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** "10:42", by the clock of whoever reads it. */
export const timeWords = (at: number): string => clock.format(at)

const dayAndClock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** "22 November 2026 at 10:42", by the same clock. */
export const dayAndTimeWords = (at: number): string => dayAndClock.format(at)

/** Where what was typed stands, in a few words. */
export function keepingWords(keeping: Keeping): string {
  switch (keeping.kind) {
    case 'saved':
      return keeping.at === null ? 'Everything is saved' : `Saved ${timeWords(keeping.at)}`
    case 'unsaved':
      return 'Not saved yet'
    case 'saving':
      return 'Saving'
    case 'failed':
      return `Not saved: ${keeping.detail} Trying again. Nothing you typed is lost.`
    case 'refused':
      return `Not saved: ${keeping.detail} What you typed is kept here; mend it and it is saved.`
    case 'signed-out':
      return 'Not saved: you are signed out. What you typed is kept in this browser.'
    case 'gone':
      return 'Not saved: this draft has been thrown away by somebody. What you typed is kept in this browser.'
    case 'conflict':
      return 'Not saved: somebody else changed this draft meanwhile.'
    default:
      return keeping satisfies never
  }
}
