/** Something outside the program keeps it from starting. The message says what is wrong, where, and what to do. */
export class SetupFault extends Error {
  override readonly name = 'SetupFault'
}
