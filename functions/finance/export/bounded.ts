import { Problem } from '#http/problem.ts'

/** How much an answer may be, where something on its way holds no more. */
export interface AnswerLimit {
  readonly bytes: number
  /** Entries that can be read in the time there is. */
  readonly rows: number
}

/** All bytes in one piece. Throws the 413 problem {@link tooLarge} instead of cutting anything off. */
export async function bounded(chunks: AsyncIterable<Uint8Array>, { bytes: most }: AnswerLimit): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > most) throw tooLarge()
    kept.push(chunk)
  }
  return new Uint8Array(Buffer.concat(kept))
}

export const tooLarge = (): Problem =>
  new Problem(
    413,
    'export_too_large',
    'This is more than one answer can hold here. Take a shorter period, parquet, which is a tenth of the size, or the command "npm run export".',
  )
