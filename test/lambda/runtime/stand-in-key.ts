import { generateKeyPairSync, sign } from 'node:crypto'
import { bodyOf } from './asked-rights.ts'
import { type AwsAnswer, type AwsRequest, json } from './aws-request.ts'

/** A key of KMS that signs, of the kind ECC_NIST_EDWARDS25519. */
export function signingKey(): (request: AwsRequest) => AwsAnswer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return (request) => {
    const { Message } = bodyOf(request)
    if (request.operation === 'Sign') {
      return json({ Signature: sign(null, Buffer.from(String(Message), 'base64'), privateKey).toString('base64') })
    }
    return json({ PublicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') })
  }
}
