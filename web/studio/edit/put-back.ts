import { type Content, type Edit, inDocument } from './content.ts'
import type { Difference } from './differences.ts'
import { oneOrder } from './merge.ts'
import { removeTier } from './tier-edits.ts'
import { contentOf, ORDER, partAt, treeOf, withPart } from './tree.ts'

/** Makes one part what it was in `before`, and leaves every other change as it is. */
export function putBack(before: Content, { path, was }: Difference): Edit {
  const [, list, id] = path
  if (path.length === 3 && list === 'tiers' && id !== undefined && id !== ORDER) {
    return was === undefined ? dropNewTier(id) : restored(before, path, was, id)
  }
  return restored(before, path, was, null)
}

/** A tier that has never been published has nobody to hand on, so no tier has to be its heir. */
const dropNewTier =
  (id: string): Edit =>
  (content) => {
    const { tiers } = content.document
    const rank = tiers.findIndex((tier) => tier.id === id)
    const heir = (tiers[rank - 1] ?? tiers[rank + 1])?.id
    return heir === undefined ? content : disowned(id)(removeTier(id, heir)(content))
  }

const disowned = (id: string): Edit =>
  inDocument((document) => ({
    ...document,
    tiers: document.tiers.map(({ replaces, ...tier }) => {
      const left = replaces?.filter((replaced) => replaced !== id) ?? []
      return left.length > 0 ? { ...tier, replaces: left } : tier
    }),
  }))

/** `back` is a tier that is there again, so that none replaces it any more. */
function restored(before: Content, path: Difference['path'], was: unknown, back: string | null): Edit {
  return (content) => {
    const tree = withPart(treeOf(content), path, was)
    const at = [...path.slice(0, -1), ORDER]
    const [old, order] = [partAt(treeOf(before), at), partAt(tree, at)]
    const isThing = path.length === 3 && Array.isArray(old) && Array.isArray(order)
    const restored = contentOf(isThing ? withPart(tree, at, oneOrder([], order, old)) : tree)
    return back === null ? restored : disowned(back)(restored)
  }
}
