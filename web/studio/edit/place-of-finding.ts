import type { Content } from './content.ts'
import { placeWords } from './place-words.ts'

const LISTS = ['tiers', 'perks', 'standards', 'plans'] as const

/** Where a finding stands, in words: "/tiers/2/qualify/0" → "Gold: how to reach it". */
export function placeOfFinding(pointer: string, { document }: Content): string {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const [first = '', second = '', ...rest] = keys
  if (first === '') return 'The program'
  if (first === 'title' || first === 'effectiveFrom') return placeWords([first])
  const list = LISTS.find((name) => name === first)
  const thing = list && (document[list] ?? [])[Number(second)]
  if (list && thing) return placeWords(['document', list, thing.id, ...rest], document)
  if (first === 'costs') return placeWords(['document', 'perks', second], document)
  return placeWords(['document', ...keys], document)
}
