import type { JSONWebKeySet } from 'jose'
import { type ArchivedMonth, wholeFile } from './archive.ts'
import { readCheckpoint } from './checkpoint.ts'
import { readKeys } from './keys-file.ts'
import type { Leaf } from './leaf.ts'
import { HASH_BYTES, inclusionPath, leafHash, placeOf, rootFrom } from './merkle.ts'
import { commitmentTo, type Opening } from './opening.ts'

/** All that it takes to check that one entry is in a closed month. Nothing of finance, and nothing of anyone else. */
export interface Proof {
  readonly leaf: string
  /** What the leaf commits to of the person, shown; left out where it commits to nothing, or it was erased. */
  readonly open?: { readonly personal: Opening }
  /** From 0. */
  readonly index: number
  readonly size: number
  /** Hashes in hexadecimal, from the leaf up. */
  readonly path: readonly string[]
  /** The signed checkpoint, and the keys by which it is checked. */
  readonly checkpoint: string
  readonly keys: JSONWebKeySet
}

/** The proof of one entry; undefined when the month does not have it. */
export async function proofOf(archived: ArchivedMonth, leaf: Leaf, checkpoint: string): Promise<Proof | undefined> {
  const [hashes, keys] = await Promise.all([wholeFile(archived, 'hashes.bin'), readKeys(archived)])
  if (!hashes || !keys) return undefined
  const index = placeOf(leafHash(leaf.text), hashes)
  if (index === null) return undefined
  const { personal } = leaf.openings
  return {
    leaf: leaf.text,
    ...(personal && { open: { personal } }),
    ...{ index, size: hashes.length / HASH_BYTES },
    path: inclusionPath(hashes, index).map((hash) => hash.toString('hex')),
    ...{ checkpoint, keys },
  }
}

export type ProofVerdict =
  | { readonly holds: true; readonly month: string; readonly entry: string; readonly member: string | null }
  | { readonly holds: false; readonly detail: string }

/** Checks a proof by itself, by its own keys unless others are given. Anything that is no proof does not hold. */
export async function verifyProof(proof: Proof, keys: JSONWebKeySet = proof.keys): Promise<ProofVerdict> {
  const checkpoint = await readCheckpoint(proof.checkpoint, keys)
  if (!checkpoint) return no('Its checkpoint is not signed by the keys it is checked with.')
  if (proof.size !== checkpoint.size)
    return no(`The month has ${checkpoint.size} entries, and the proof is of ${proof.size}.`)
  const path = proof.path.map((hash) => Buffer.from(hash, 'hex'))
  const root = rootFrom({ hash: leafHash(proof.leaf), index: proof.index, size: proof.size, path })
  if (root?.toString('hex') !== checkpoint.root) return no('The entry is not among those that were signed.')
  const said = JSON.parse(proof.leaf) as { readonly id: string; readonly member?: string; readonly personal?: string }
  if (proof.open && commitmentTo(proof.open.personal) !== said.personal) return no('What it shows of you was changed.')
  return { holds: true, month: checkpoint.month, entry: said.id, member: said.member ?? null }
}

const no = (detail: string): ProofVerdict => ({ holds: false, detail })
