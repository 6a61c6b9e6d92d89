import type { Content } from './content.ts'
import { type Difference, isReordered, keysOf } from './differences.ts'
import { isSame } from './is-same.ts'
import { contentOf, hasParts, isThing, ORDER, type Path, partOf, type Tree, treeOf, withPart } from './tree.ts'

/** Two people's versions of a draft made one. */
export interface Merged {
  /** Everything that only one of the two changed; where both did, what `mine` says. */
  readonly content: Content
  /** Where both changed the same part in different ways: `was` is theirs, `is` mine. */
  readonly disputed: readonly Difference[]
}

/** Merges two versions that were both begun from `base`. */
export function merge(base: Content, mine: Content, theirs: Content): Merged {
  const disputed: Difference[] = []
  const tree = merged(treeOf(base), treeOf(mine), treeOf(theirs), [], disputed) as Tree
  return { content: contentOf(tree), disputed }
}

/** The draft with their version of one disputed part. */
export const taking = (content: Content, { path, was }: Difference): Content =>
  contentOf(withPart(treeOf(content), path, was))

function merged(base: unknown, mine: unknown, theirs: unknown, path: Path, disputed: Difference[]): unknown {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine
  if (isSame(base, mine)) return theirs
  if (path.at(-1) === ORDER) return oneOrder(base, mine, theirs)
  const areTwoThings = base === undefined && isThing(path)
  if (areTwoThings || !hasParts(path, mine) || !hasParts(path, theirs)) {
    disputed.push({ path, was: theirs, is: mine })
    return mine
  }
  const from = hasParts(path, base) ? base : {}
  const parts = keysOf(theirs, mine).map((key) => {
    const [one, two, three] = [from, mine, theirs].map((tree) => partOf(tree, key))
    return [key, merged(one, two, three, [...path, key], disputed)] as const
  })
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined))
}

/** The order of whoever changed it, theirs if nobody did; what only the other has follows what it followed there. */
export function oneOrder(base: unknown, mine: unknown, theirs: unknown): readonly string[] {
  const [old, one, two] = [base, mine, theirs].map((order) => (order ?? []) as readonly string[]) as [
    readonly string[],
    readonly string[],
    readonly string[],
  ]
  const [first, second] = isReordered([old, one]) ? [one, two] : [two, one]
  const order = [...first]
  second.forEach((id, index) => {
    if (order.includes(id)) return
    const before = second.slice(0, index).findLast((other) => order.includes(other))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  })
  return order
}
