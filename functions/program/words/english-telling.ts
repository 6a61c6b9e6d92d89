import { ENGLISH_CHANGES } from '../changes/english-changes.ts'
import { ENGLISH } from './english.ts'
import { numberWord } from './list-words.ts'
import { keepWords, landingSentence, windowWords } from './period-words.ts'
import type { Telling } from './telling.ts'

export const ENGLISH_TELLING: Telling = {
  ...ENGLISH,
  numberWord,
  window: windowWords,
  keep: keepWords,
  landing: landingSentence,
  changes: ENGLISH_CHANGES,
}
