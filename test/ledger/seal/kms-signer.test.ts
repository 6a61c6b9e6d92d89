import { generateKeyPairSync, sign } from 'node:crypto'
import { KMSClient } from '@aws-sdk/client-kms'
import { compactVerify, createLocalJWKSet } from 'jose'
import { expect, test } from 'vitest'
import { type Checkpoint, readCheckpoint, signCheckpoint } from '#ledger/seal/checkpoint.ts'
import { openKmsSigner } from '#ledger/seal/kms-signer.ts'
import { startStub, stubbed } from './stub-server.ts'

const CHECKPOINT: Checkpoint = {
  ...{ program: 'rewards', month: '2026-05', size: 0, root: 'e3b0', firstEntry: null, lastEntry: null, editions: [] },
  ...{ previous: null, closedAt: '2026-06-01T00:00:00.000Z', archive: 'attempt-1' },
}
const KEY = 'arn:aws:kms:eu-west-1:1:key/seal'

/** As much of KMS as signing takes, with a key of its own; counts what it was asked. */
async function kms() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const asked: { operation: string; body: Record<string, unknown> }[] = []
  const endpoint = await startStub((request, bytes, response) => {
    const body = JSON.parse(bytes.toString()) as { Message?: string }
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    asked.push({ operation, body })
    response.setHeader('content-type', 'application/x-amz-json-1.1')
    const answer =
      operation === 'Sign'
        ? { Signature: sign(null, Buffer.from(body.Message ?? '', 'base64'), privateKey).toString('base64') }
        : { PublicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') }
    response.write(JSON.stringify(answer))
  })
  return { signer: openKmsSigner(new KMSClient(stubbed(endpoint)), KEY), asked }
}

test('a key in KMS signs checkpoints that any JOSE library accepts', async () => {
  const { signer } = await kms()
  const jws = await signCheckpoint(CHECKPOINT, signer)
  const keys = await signer.keys()
  const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet(keys))
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(CHECKPOINT)
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA', kid: keys.keys[0]?.kid })
  expect(await readCheckpoint(jws, keys)).toEqual(CHECKPOINT)
})

test('it signs the message itself, not a hash of it, and its public key is fetched once', async () => {
  const { signer, asked } = await kms()
  await signCheckpoint(CHECKPOINT, signer)
  await signCheckpoint(CHECKPOINT, signer)
  expect(asked.map(({ operation }) => operation)).toEqual(['GetPublicKey', 'Sign', 'Sign'])
  expect(asked[1]?.body).toMatchObject({ KeyId: KEY, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' })
})
