import { KMSClient } from '@aws-sdk/client-kms'
import { openKmsSigner } from './kms-signer.ts'
import type { Signer } from './signer.ts'

/** The signer whose key is in KMS, reached with the rights of whoever runs this. */
export const kmsKey = (keyArn: string): Signer => openKmsSigner(new KMSClient(), keyArn)
