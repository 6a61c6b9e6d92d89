import type { Rejection } from './row-reading.ts'

/** What keeps a row from being read; caught where the row is known. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly reason: Rejection

  constructor(reason: Rejection, detail: string) {
    super(detail)
    this.reason = reason
  }
}
