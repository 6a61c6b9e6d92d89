import { createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { publicJwk, type Signer } from './signer.ts'

/** A signer whose key is in AWS KMS, of the kind ECC_NIST_EDWARDS25519, and never leaves it. */
export function openKmsSigner(client: KMSClient, keyArn: string): Signer {
  const fetchKey = async () => {
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyArn }))
    if (!PublicKey) throw new Error('KMS gave no public key.')
    return publicJwk(createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }))
  }
  let fetched: ReturnType<typeof fetchKey> | undefined
  const publicKey = () => {
    fetched ??= fetchKey().catch((error: unknown) => {
      fetched = undefined
      throw error
    })
    return fetched
  }
  return {
    async sign(bytes) {
      const command = {
        KeyId: keyArn,
        Message: bytes,
        MessageType: 'RAW',
        SigningAlgorithm: 'ED25519_SHA_512',
      } as const
      const { Signature } = await client.send(new SignCommand(command))
      if (!Signature) throw new Error('KMS gave no signature.')
      return Signature
    },
    keyId: async () => (await publicKey()).kid ?? '',
    keys: async () => ({ keys: [await publicKey()] }),
  }
}
