import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { JSONWebKeySet } from 'jose'
import type { ArchivedMonth } from '#ledger/seal/archive.ts'
import { openMonthFolder } from '#ledger/seal/folder-archive.ts'
import { parsedKeys } from '#ledger/seal/keys-file.ts'
import { type Proof, verifyProof } from '#ledger/seal/proof.ts'
import { verifyMonth } from '#ledger/seal/verify-month.ts'
import { LOCALE } from '#program/words/money-words.ts'
import { openMonthZip, ZipFault } from './zip-archive.ts'

/** What checking a file came to, in one sentence or two. */
export interface FileVerdict {
  readonly holds: boolean
  readonly sentence: string
}

/** A path that cannot be checked. The message says what to do. */
export class UnreadableFault extends Error {
  override readonly name = 'UnreadableFault'
}

/**
 * Checks a month's archive (a folder, or the ZIP file it is downloaded as) or a member's proof (JSON), from these files
 * alone. Throws {@link UnreadableFault}.
 */
export async function verifyFile(path: string, keysPath?: string): Promise<FileVerdict> {
  const keys = keysPath === undefined ? undefined : await keysIn(keysPath)
  const own = keys
    ? ''
    : ' It was checked by the keys that came with it; --keys checks by those you have had from elsewhere.'
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new UnreadableFault(`There is no ${path}. Name a folder, a ZIP file or a proof.`)
  if (found.isFile() && path.endsWith('.json')) return proofVerdict(path, keys, own)
  const archived = found.isFile()
    ? await openMonthZip(path).catch(unreadable)
    : openMonthFolder(await monthFolder(path))
  return monthVerdict(archived, keys, own)
}

async function monthVerdict(
  archived: ArchivedMonth,
  keys: JSONWebKeySet | undefined,
  own: string,
): Promise<FileVerdict> {
  const { month, entries, finding } = await verifyMonth(archived, keys && { keys }).catch(unreadable)
  if (finding) return { holds: false, sentence: `${month ?? 'The archive'} does not hold. ${finding.detail}` }
  const all = entries === 1 ? 'one entry is' : `${entries.toLocaleString(LOCALE)} entries are`
  const sentence = `${month} holds: ${all} as signed.${own}`
  return { holds: true, sentence }
}

async function proofVerdict(path: string, keys: JSONWebKeySet | undefined, own: string): Promise<FileVerdict> {
  try {
    const proof = JSON.parse(await readFile(path, 'utf8')) as Partial<Proof> | null
    if (typeof proof?.leaf !== 'string' || typeof proof.checkpoint !== 'string') throw new TypeError('no proof')
    const verdict = await verifyProof(proof as Proof, keys)
    if (!verdict.holds) return { holds: false, sentence: `The proof does not hold. ${verdict.detail}` }
    const whose = verdict.member ? `, under the pseudonym ${verdict.member}` : ''
    return {
      holds: true,
      sentence: `The entry ${verdict.entry} is in ${verdict.month}${whose}, as it was signed.${own}`,
    }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) throw new UnreadableFault(`${path} is no proof.`)
    throw error
  }
}

/** The folder itself, or the only one in it: closings/2026-05 leads to what was archived of that month. */
async function monthFolder(path: string): Promise<string> {
  const inside = await readdir(path, { withFileTypes: true })
  const [folder, ...others] = inside.filter((one) => one.isDirectory())
  const hasFiles = inside.some((one) => one.isFile())
  return folder && others.length === 0 && !hasFiles ? join(path, folder.name) : path
}

async function keysIn(path: string): Promise<JSONWebKeySet> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  const keys = text === undefined ? undefined : parsedKeys(text)
  if (keys) return keys
  throw new UnreadableFault(`${path} holds no keys. Give a file as keys.json is: {"keys": [...]}.`)
}

function unreadable(error: unknown): never {
  throw error instanceof ZipFault ? new UnreadableFault(error.message) : error
}
