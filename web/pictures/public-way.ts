import type { PageWords } from '../words/english.ts'
import { type Ladder, tracksOf } from './tracks.ts'
import type { Way } from './way.ts'

/** The way as anyone can see it before buying anything: every track and stop, nobody on it. */
export function publicWay(ladder: Ladder, { home, wording }: Pick<PageWords, 'home' | 'wording'>): Way {
  const tracks = tracksOf(ladder, wording)
  const names = ladder.tiers.map((tier) => tier.name)
  return {
    sentence: home.wayPicture(
      names[0] ?? '',
      names.at(-1) ?? '',
      tracks.map((track) => track.name),
    ),
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
