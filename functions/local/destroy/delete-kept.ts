import type { Kept } from './kept.ts'

/** How one kind of thing is deleted. */
export interface Deleter {
  /** Whether its tags say that it is of the stage. */
  isOf(stage: string, id: string): Promise<boolean>
  /** Deletes it, and says what came of that. */
  remove(id: string): Promise<string>
}

/** Keys last: what they encrypt is to be deleted while it can still be read. */
const ORDER = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::S3::Bucket',
  'AWS::Cognito::UserPool',
  'AWS::SecretsManager::Secret',
  'AWS::KMS::Key',
]

/** What the services say of a thing that is not there any more. */
const GONE = /NotFound|NoSuchBucket|PendingDeletion/

/**
 * Deletes what was kept of a stage, but for what does not bear its tag and for kinds that nobody here can delete, and tells of
 * each. Returns how many were left.
 */
export async function deleteKept(
  stage: string,
  all: readonly Kept[],
  deleters: Readonly<Record<string, Deleter>>,
  tell: (line: string) => void,
): Promise<number> {
  const inOrder = all
    .filter(({ type }) => ORDER.includes(type))
    .sort((one, other) => ORDER.indexOf(one.type) - ORDER.indexOf(other.type))
  let left = 0
  for (const { type, id } of inOrder) {
    const deleter = deleters[type]
    const came = deleter && (await deleteOne(stage, id, deleter))
    if (came === undefined) left++
    tell(`${id}: ${came ?? `left alone, for it is not tagged as of the stage ${stage}`}`)
  }
  return left
}

/** What came of it; undefined for what is not of the stage. */
async function deleteOne(stage: string, id: string, { isOf, remove }: Deleter): Promise<string | undefined> {
  try {
    return (await isOf(stage, id)) ? await remove(id) : undefined
  } catch (error) {
    if (error instanceof Error && GONE.test(error.name)) return 'was gone'
    throw error
  }
}
