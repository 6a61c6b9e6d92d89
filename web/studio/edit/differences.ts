import type { Content } from './content.ts'
import { isSame } from './is-same.ts'
import { hasParts, ORDER, type Path, partOf, type Tree, treeOf } from './tree.ts'

/** A part of a draft that is not what it was. Undefined: not there. */
export interface Difference {
  readonly path: Path
  readonly was: unknown
  readonly is: unknown
}

/** Where two versions differ, each at the smallest part that does; in the order of the later one. */
export const differences = (before: Content, after: Content): readonly Difference[] =>
  between(treeOf(before), treeOf(after), [])

function between(was: unknown, is: unknown, path: Path): readonly Difference[] {
  if (isSame(was, is)) return []
  if (!hasParts(path, was) || !hasParts(path, is)) return [{ path, was, is }]
  return keysOf(is, was).flatMap((key) => {
    const parts = [partOf(was, key), partOf(is, key)] as const
    if (key === ORDER)
      return isOrdered(parts) && !isReordered(parts) ? [] : [{ path: [...path, key], was: parts[0], is: parts[1] }]
    return between(...parts, [...path, key])
  })
}

/** The keys of several trees, each once, in the order in which they come. */
export const keysOf = (...trees: readonly Tree[]): readonly string[] => [
  ...new Set(trees.flatMap((tree) => Object.keys(tree))),
]

type Orders = readonly [readonly string[], readonly string[]]

const isOrdered = (parts: readonly unknown[]): parts is Orders => parts.every(Array.isArray)

/** Whether things that are in both stand in another order; what came or went is a difference of its own. */
export const isReordered = ([was, is]: Orders): boolean =>
  !isSame(
    was.filter((id) => is.includes(id)),
    is.filter((id) => was.includes(id)),
  )
