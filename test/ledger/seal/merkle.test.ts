import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growingRoot, HASH_BYTES, inclusionPath, leafHash, rootFrom, rootOf } from '#ledger/seal/merkle.ts'

/** The leaves of certificate-transparency's own test data, and the root after each of them. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const HASHES = LEAVES.map((leaf) => leafHash(Buffer.from(leaf, 'hex')))

const inHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const leaves = fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 70 })
const hashesOf = (texts: readonly string[]) => Buffer.concat(texts.map((text) => leafHash(text)))

describe('the tree is that of RFC 6962', () => {
  test('without leaves its root is the hash of nothing', () => {
    expect(inHex(growingRoot().root())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test.each(ROOTS.map((root, index) => [index + 1, root] as const))('of %i published leaves', (size, root) => {
    expect(inHex(rootOf(Buffer.concat(HASHES.slice(0, size))))).toBe(root)
  })

  test('and so are its paths: leaf 5 of 8 and leaf 2 of 3, as published', () => {
    expect(inclusionPath(Buffer.concat(HASHES), 5).map(inHex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ])
    expect(inclusionPath(Buffer.concat(HASHES.slice(0, 3)), 2).map(inHex)).toEqual([
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    ])
  })

  test('has no path for a leaf that there is not', () => {
    for (const index of [-1, 8, 1.5]) expect(() => inclusionPath(Buffer.concat(HASHES), index)).toThrow(RangeError)
  })
})

describe('laws', () => {
  test('every leaf proves that it is in the tree', () => {
    fc.assert(
      fc.property(leaves, (texts) => {
        const hashes = hashesOf(texts)
        const root = inHex(rootOf(hashes))
        for (const [index, text] of texts.entries()) {
          const proof = { hash: leafHash(text), index, size: texts.length, path: inclusionPath(hashes, index) }
          expect(inHex(rootFrom(proof) ?? Buffer.alloc(0))).toBe(root)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('no other leaf does, nor at another place, nor by a path that was changed, shortened or made longer', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), fc.nat(), fc.nat({ max: HASH_BYTES - 1 }), (texts, at, step, byte) => {
        const distinct = texts.map((text, place) => `${place}:${text}`)
        const hashes = hashesOf(distinct)
        const root = inHex(rootOf(hashes))
        const index = at % distinct.length
        const size = distinct.length
        const path = inclusionPath(hashes, index)
        const hash = leafHash(distinct[index] ?? '')
        const leadsTo = (changed: Partial<Parameters<typeof rootFrom>[0]>) =>
          inHex(rootFrom({ hash, index, size, path, ...changed }) ?? Buffer.alloc(0))
        expect(leadsTo({ hash: leafHash('something else') })).not.toBe(root)
        expect(leadsTo({ path: [...path, hash] })).not.toBe(root)
        expect(leadsTo({ index: index + size })).not.toBe(root)
        if (path.length === 0) return
        expect(leadsTo({ path: path.slice(1) })).not.toBe(root)
        expect(leadsTo({ path: path.slice(0, -1) })).not.toBe(root)
        expect(
          leadsTo({ path: path.map((one, nth) => (nth === step % path.length ? flipped(one, byte) : one)) }),
        ).not.toBe(root)
        expect(leadsTo({ index: (index + 1) % size })).not.toBe(root)
      }),
      { numRuns: 100 },
    )
  })

  test('a root that grows is the root of what it has grown by', () => {
    fc.assert(
      fc.property(leaves, (texts) => {
        const tree = growingRoot()
        for (const [index, text] of texts.entries()) {
          tree.add(leafHash(text))
          expect(tree.size()).toBe(index + 1)
          expect(inHex(tree.root())).toBe(inHex(rootOf(hashesOf(texts.slice(0, index + 1)))))
        }
      }),
      { numRuns: 20 },
    )
  })
})

function flipped(hash: Uint8Array, byte: number): Buffer {
  const copy = Buffer.from(hash)
  copy[byte] = (copy[byte] ?? 0) ^ 1
  return copy
}
