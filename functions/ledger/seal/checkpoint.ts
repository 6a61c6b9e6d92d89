import { createHash } from 'node:crypto'
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import type { Signer } from './signer.ts'

/** What is signed when a month is closed. No amount is in it, so it can be shown to anyone. */
export interface Checkpoint {
  /** The id of the program. */
  readonly program: string
  /** "2026-05" */
  readonly month: string
  /** How many entries there are, and the root of their Merkle tree (RFC 6962) in hexadecimal. */
  readonly size: number
  readonly root: string
  /** The ids of the first entry and of the last; null in an empty month. */
  readonly firstEntry: string | null
  readonly lastEntry: string | null
  /** The editions that the entries name, in order. */
  readonly editions: readonly number[]
  /** The month before, with the SHA-256 of its signed checkpoint in hexadecimal; null for the first that was closed. */
  readonly previous: { readonly month: string; readonly sha256: string } | null
  readonly closedAt: string
  /** Under which name the archive keeps what was closed: another attempt at the same month has another. */
  readonly archive: string
}

const TYPE = 'cleartier-checkpoint+jwt'

/** The checkpoint as a compact JWS. Built here because a key in KMS signs bytes, not tokens. */
export async function signCheckpoint(checkpoint: Checkpoint, signer: Signer): Promise<string> {
  const header = { alg: 'EdDSA', typ: TYPE, kid: await signer.keyId() }
  const input = [header, checkpoint].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${input}.${Buffer.from(await signer.sign(Buffer.from(input))).toString('base64url')}`
}

/** What a signed checkpoint says; undefined when none of the keys has signed it, or it is none. */
export async function readCheckpoint(jws: string, keys: JSONWebKeySet): Promise<Checkpoint | undefined> {
  try {
    const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet(keys), { algorithms: ['EdDSA'] })
    if (protectedHeader.typ !== TYPE) return undefined
    return JSON.parse(new TextDecoder().decode(payload)) as Checkpoint
  } catch {
    return undefined
  }
}

/** What one of our own checkpoints says, with no question asked: for those that our own table holds. */
export function trustedCheckpoint(jws: string): Checkpoint {
  return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as Checkpoint
}

/** By which a checkpoint is named in the one after it: SHA-256 of its JWS, hexadecimal. */
export const checkpointDigest = (jws: string): string => createHash('sha256').update(jws).digest('hex')
