/** Errors stop a document, warnings need a word of explanation from its author, notes inform (program.md, "Checks"). */
export interface Finding {
  readonly kind: 'error' | 'warning' | 'note'
  /** A JSON Pointer into the document. */
  readonly place: string
  readonly code: string
  /** What is wrong, in a sentence. */
  readonly message: string
  /** What to do about it, in a sentence. */
  readonly mend: string
}

/** A JSON Pointer (RFC 6901): place('terms', 'a/b') → "/terms/a~1b". */
export function place(...path: readonly (string | number)[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
