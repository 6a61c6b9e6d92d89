import { andWords } from '#program/words/list-words.ts'
import { type Ladder, tracksOf } from './tracks.ts'
import type { Way } from './way.ts'

/** The way as anyone can see it before buying anything: every track and stop, nobody on it. */
export function publicWay(ladder: Ladder): Way {
  const tracks = tracksOf(ladder)
  const names = ladder.tiers.map((tier) => tier.name)
  return {
    sentence: `The way from ${names[0]} to ${names.at(-1)}: ${andWords(tracks.map((track) => track.name))}. The amounts are listed with the tiers.`,
    tiers: ladder.tiers,
    tracks: tracks.map(({ name, stops }) => ({
      name,
      stops: stops.map(({ rank, needs }) => ({ rank, needs, reached: false })),
      at: null,
      have: null,
    })),
    held: null,
    fall: null,
  }
}
