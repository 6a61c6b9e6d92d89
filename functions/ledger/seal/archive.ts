/**
 * What is kept of a closed month, and all that is needed to check it:
 *
 * | file            | what                                                                                              |
 * | --------------- | ------------------------------------------------------------------------------------------------- |
 * | entries.jsonl   | a line an entry, in order: `{"leaf": "…", "open": {"finance": {"salt": "…", "values": {…}}}}`       |
 * | hashes.bin      | the hashes of the leaves, 32 bytes each                                                           |
 * | checkpoint.jws  | the signed checkpoint                                                                             |
 * | previous.jws    | that of the month before; not there for the first month that was closed                           |
 * | keys.json       | the public keys by which both are checked, as a JWK set                                           |
 */
export const ARCHIVE_FILES = ['keys.json', 'checkpoint.jws', 'previous.jws', 'hashes.bin', 'entries.jsonl'] as const

export type ArchiveFile = (typeof ARCHIVE_FILES)[number]

/** One archived month, wherever it lies. */
export interface ArchivedMonth {
  /** Undefined when there is no such file. */
  read(file: ArchiveFile): Promise<AsyncIterable<Uint8Array> | undefined>
}

/** Archived months. What was put down is never changed or taken away. */
export interface Archive {
  /**
   * Puts a file down, of an attempt to close a month that has a name of its own. Nobody is led to it until a checkpoint
   * that names the attempt has been accepted, so an attempt that was given up misleads nobody.
   */
  put(month: string, attempt: string, file: ArchiveFile, content: AsyncIterable<Uint8Array>): Promise<void>
  month(month: string, attempt: string): ArchivedMonth
}

/** The whole of a small file; undefined when it is not there. */
export async function wholeFile(archived: ArchivedMonth, file: ArchiveFile): Promise<Buffer | undefined> {
  const content = await archived.read(file)
  return content && wholeOf(content)
}

export async function wholeOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}
