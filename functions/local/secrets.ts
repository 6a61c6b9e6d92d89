import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { SetupFault } from './setup-fault.ts'

/** What must stay the same for as long as the data does, and be known to nobody else. */
export interface Secrets {
  /** Seals sessions: 32 bytes. */
  readonly cookieKey: Uint8Array
  /** Hashes addresses: 32 bytes. With another key nobody would be recognised. */
  readonly emailKey: Uint8Array
  /** Makes members' pseudonyms: 32 bytes. With another key finance would meet everyone anew. */
  readonly pseudonymKey: Uint8Array
  /** Signs closed months: a private key of Ed25519. */
  readonly signingKey: JWK
  readonly portalSecret: string
  readonly providerCookieSecret: string
  readonly providerKeys: { readonly keys: JWK[] }
}

/** The secrets as they are kept: bytes in base64url. */
type KeptSecrets = Readonly<Record<keyof Omit<Secrets, 'providerKeys' | 'signingKey'>, string>> &
  Pick<Secrets, 'providerKeys' | 'signingKey'>

/**
 * Those of a data folder, made when they are first needed; new ones at every start without a folder. A folder from before
 * one of them was needed gets that one and keeps the others.
 */
export async function secretsFor(folder: string | null): Promise<Secrets> {
  if (folder === null) return opened(await newSecrets())
  const file = join(folder, 'secrets.json')
  const text = await readFile(file, 'utf8').catch(nullIfMissing)
  const kept = text === null ? {} : parsed(text, file)
  if (isWhole(kept)) return opened(kept)
  const secrets = { ...(await newSecrets()), ...kept }
  // Under another name first, so that a crash in between never leaves half a file in the place of the old one.
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return opened(secrets)
}

async function newSecrets(): Promise<KeptSecrets> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const signing = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const bytes = () => randomBytes(32).toString('base64url')
  return {
    cookieKey: bytes(),
    emailKey: bytes(),
    pseudonymKey: bytes(),
    signingKey: await exportJWK(signing.privateKey),
    portalSecret: bytes(),
    providerCookieSecret: bytes(),
    providerKeys: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: bytes().slice(0, 8) }] },
  }
}

const isWhole = (kept: Partial<KeptSecrets>): kept is KeptSecrets =>
  kept.pseudonymKey !== undefined && kept.signingKey !== undefined

const opened = (kept: KeptSecrets): Secrets => ({
  ...kept,
  cookieKey: Buffer.from(kept.cookieKey, 'base64url'),
  emailKey: Buffer.from(kept.emailKey, 'base64url'),
  pseudonymKey: Buffer.from(kept.pseudonymKey, 'base64url'),
})

/** What a file holds: at least the secrets that there have been from the first version on. */
function parsed(text: string, file: string): Partial<KeptSecrets> {
  try {
    const secrets = JSON.parse(text) as Partial<KeptSecrets>
    if (
      secrets.cookieKey &&
      secrets.emailKey &&
      secrets.portalSecret &&
      secrets.providerCookieSecret &&
      secrets.providerKeys
    ) {
      return secrets
    }
  } catch {
    // Said below, together with a file that is readable but not whole.
  }
  throw new SetupFault(`${file} is damaged. Restore it from a copy: without it nobody is recognised by their address.`)
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
