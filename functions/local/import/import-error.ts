/** The import cannot go on, or not even begin; the message says what is wrong, where, and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
}
