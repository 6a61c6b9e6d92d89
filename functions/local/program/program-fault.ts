/** A file or a request that nothing can be done with. The message says what to do. */
export class ProgramFault extends Error {
  override readonly name = 'ProgramFault'
}
