import { KMSClient } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import { keyOf } from '#http/settings.ts'
import type { Sealing } from '#ledger/seal/close-month.ts'
import { openKmsSigner } from '#ledger/seal/kms-signer.ts'
import { openS3Archive } from '#ledger/seal/s3-archive.ts'
import type { StageThere } from './stage-there.ts'

/** What a stage closes months with: its archive, and its key, which never leaves AWS. */
export async function sealingThere({ region, outputs, setting }: StageThere): Promise<Sealing> {
  const seal = await setting(outputs.FinanceName, 'SEAL_KEY')
  const pseudonyms = await setting(outputs.FinanceName, 'PSEUDONYM_KEY')
  return {
    archive: openS3Archive(new S3Client({ region }), outputs.ArchiveBucket),
    signer: openKmsSigner(new KMSClient({ region }), seal),
    key: keyOf('PSEUDONYM_KEY', pseudonyms),
  }
}
