import type { JSONWebKeySet } from 'jose'
import { type ArchivedMonth, wholeFile } from './archive.ts'
import type { Signer } from './signer.ts'

/** `keys.json` of a month: the signer's keys, and those of the month before, so that a new key does not break the chain. */
export async function mergedKeys(signer: Signer, before: ArchivedMonth | undefined): Promise<string> {
  const { keys } = await signer.keys()
  const known = new Set(keys.map(({ kid }) => kid))
  const older = before ? await readKeys(before) : undefined
  const merged: JSONWebKeySet = { keys: [...keys, ...(older?.keys ?? []).filter(({ kid }) => !known.has(kid))] }
  return `${JSON.stringify(merged, null, 2)}\n`
}

/** Undefined when the file is not there, or is no set of keys. */
export async function readKeys(archived: ArchivedMonth): Promise<JSONWebKeySet | undefined> {
  const bytes = await wholeFile(archived, 'keys.json')
  return bytes && parsedKeys(bytes.toString())
}

/** Undefined for a text that is no set of keys. */
export function parsedKeys(text: string): JSONWebKeySet | undefined {
  try {
    const parsed = JSON.parse(text) as Partial<JSONWebKeySet> | null
    return Array.isArray(parsed?.keys) ? { keys: parsed.keys } : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
