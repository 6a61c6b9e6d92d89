import { createHash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962, section 2.1: SHA-256, a leaf hashed with 0x00 in front and a node with 0x01, so that no node
 * passes for a leaf; of n leaves the left half holds the largest power of two below n.
 */
export const HASH_BYTES = 32

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** The hash of one leaf. Text is hashed as UTF-8. */
export const leafHash = (leaf: string | Uint8Array): Buffer => createHash('sha256').update(LEAF).update(leaf).digest()

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest()

/** A root that grows leaf by leaf. */
export interface GrowingRoot {
  add(hash: Uint8Array): void
  size(): number
  root(): Buffer
}

/** Keeps the roots of the whole subtrees so far, which are as many as the size has binary ones: O(log n) memory. */
export function growingRoot(): GrowingRoot {
  const peaks: Uint8Array[] = []
  let size = 0
  return {
    add(hash) {
      let whole = hash
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) whole = nodeHash(peaks.pop() ?? whole, whole)
      peaks.push(whole)
      size++
    },
    size: () => size,
    root() {
      const last = peaks.at(-1)
      if (!last) return createHash('sha256').digest()
      return Buffer.from(peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last))
    },
  }
}

/** The root over leaf hashes that lie one after the other, {@link HASH_BYTES} each. */
export function rootOf(hashes: Uint8Array): Buffer {
  const tree = growingRoot()
  for (let at = 0; at < hashes.length; at += HASH_BYTES) tree.add(hashes.subarray(at, at + HASH_BYTES))
  return tree.root()
}

/** Where a hash stands in a list, from 0; null where nowhere. It is looked for at whole places only. */
export function placeOf(hash: Uint8Array, hashes: Buffer): number | null {
  let at = hashes.indexOf(hash)
  while (at >= 0 && at % HASH_BYTES !== 0) at = hashes.indexOf(hash, at + 1)
  return at < 0 ? null : at / HASH_BYTES
}

/**
 * The hashes that lead from one leaf (counted from 0) to the root, from the bottom up. Throws a RangeError for a leaf that
 * there is not.
 */
export function inclusionPath(hashes: Uint8Array, index: number): readonly Buffer[] {
  const size = hashes.length / HASH_BYTES
  if (!(Number.isInteger(index) && index >= 0 && index < size)) {
    throw new RangeError(`There is no leaf ${index}: the tree has ${size}, counted from 0.`)
  }
  if (size === 1) return []
  const split = largestPowerBelow(size) * HASH_BYTES
  const [left, right] = [hashes.subarray(0, split), hashes.subarray(split)]
  const goesLeft = index * HASH_BYTES < split
  return goesLeft
    ? [...inclusionPath(left, index), rootOf(right)]
    : [...inclusionPath(right, index - split / HASH_BYTES), rootOf(left)]
}

function largestPowerBelow(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

export interface Inclusion {
  /** Of the leaf itself. */
  readonly hash: Uint8Array
  /** From 0. */
  readonly index: number
  readonly size: number
  readonly path: readonly Uint8Array[]
}

/** The root that a path leads to (RFC 9162, section 2.1.3.2); undefined where path, place and size do not fit. */
export function rootFrom({ hash, index, size, path }: Inclusion): Buffer | undefined {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) return undefined
  let [place, last] = [index, size - 1]
  let root: Buffer = Buffer.from(hash)
  for (const sibling of path) {
    if (last === 0) return undefined
    if (place % 2 === 1 || place === last) {
      root = nodeHash(sibling, root)
      // A subtree without a right half rises unhashed until it is one itself.
      while (place % 2 === 0 && place > 0) [place, last] = [half(place), half(last)]
    } else {
      root = nodeHash(root, sibling)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 ? root : undefined
}

const half = (number: number) => Math.floor(number / 2)
