/** Fails, so that a test can look where. */
export function handler(): never {
  throw new TypeError('It fails.')
}
