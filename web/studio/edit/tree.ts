import type { ProgramDocument } from '#program/document.ts'
import type { Content } from './content.ts'

/** The way to a part of a draft, by ids and names: ['document', 'tiers', 'gold', 'headline']. */
export type Path = readonly string[]

export type Tree = Readonly<Record<string, unknown>>

const LISTS = ['tiers', 'perks', 'standards', 'plans'] as const

/** Where a list keeps the order of its things; no id has a capital. */
export const ORDER = 'ORDER'

type Thing = { readonly id: string }

/**
 * A draft with its things by id in place of their number, so that two versions of it can be laid side by side although
 * one has a tier more.
 */
export function treeOf({ document, ...content }: Content): Tree {
  const lists = LISTS.flatMap((list) => (document[list] ? [[list, byId(document[list])] as const] : []))
  // A language that comes is a change by itself, also when it is the first.
  const { translations = {} } = document
  return { ...content, document: { ...document, ...Object.fromEntries(lists), translations } }
}

const byId = (things: readonly Thing[]) =>
  Object.fromEntries([[ORDER, things.map(({ id }) => id)], ...things.map((thing) => [thing.id, thing])])

/** The draft that a tree was made of. Of two things with one id there is the last. */
export function contentOf(tree: Tree): Content {
  const { document, ...content } = tree as unknown as Content & { readonly document: Tree }
  const lists = LISTS.flatMap((list) =>
    document[list] ? [[list, inOrder(document[list] as unknown as Tree)] as const] : [],
  )
  const { translations = {}, ...rest } = { ...document, ...Object.fromEntries(lists) } as ProgramDocument
  const isTranslated = Object.keys(translations).length > 0
  return { ...content, document: { ...rest, ...(isTranslated && { translations }) } }
}

function inOrder(list: Tree): readonly unknown[] {
  const things = new Map(Object.entries(list).filter(([id]) => id !== ORDER))
  const order = (list[ORDER] as readonly string[]).filter((id) => things.has(id))
  const rest = [...things.keys()].filter((id) => !order.includes(id))
  return [...new Set([...order, ...rest])].map((id) => things.get(id))
}

/** Whether a part has parts that are looked at each by itself. The terms in a cell and a picture are one thing each. */
export function hasParts(path: Path, value: unknown): value is Tree {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return path.at(-1) !== 'picture' && path.at(-2) !== 'terms'
}

/** Whether a path leads to a thing of a list: a tier, a perk, a standard, a plan. */
export const isThing = (path: Path): boolean => path.length === 3 && LISTS.some((list) => list === path[1])

export const partOf = (tree: Tree, key: string): unknown => (Object.hasOwn(tree, key) ? tree[key] : undefined)

/** The part at the end of a path; undefined where there is none. */
export const partAt = (tree: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? partOf(part as Tree, key) : undefined),
    tree,
  )

/** A tree with another part at the end of a path; undefined takes it out. */
export function withPart(tree: Tree, path: Path, value: unknown): Tree {
  const [key, ...rest] = path
  if (key === undefined) return tree
  const inner = rest.length === 0 ? value : withPart((partOf(tree, key) ?? {}) as Tree, rest, value)
  const kept = Object.entries(tree).filter(([name]) => name !== key || inner !== undefined)
  if (inner === undefined) return Object.fromEntries(kept)
  if (!Object.hasOwn(tree, key)) return Object.fromEntries([...kept, [key, inner]])
  return Object.fromEntries(kept.map(([name, old]) => [name, name === key ? inner : old]))
}
