/** A path into JSON as a JSON Pointer (RFC 6901): ["data", "a/b", 0] → "/data/a~1b/0". */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
