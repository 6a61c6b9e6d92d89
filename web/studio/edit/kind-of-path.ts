import { isThing, type Path } from './tree.ts'

const WORDS = new Set(['name', 'headline', 'story', 'text', 'picture', 'alt'])

/** Whether a part of a draft is a matter of words, which are revised at once, or of rules, which change by the month. */
export function kindOfPath(path: Path): 'words' | 'rules' | 'neither' {
  const [first, second] = path
  if (first !== 'document') return 'neither'
  if (second === 'translations' || second === 'language') return 'words'
  return WORDS.has(path.at(-1) ?? '') && !isThing(path) ? 'words' : 'rules'
}
