/** Does some work, and says how many bytes it wrote to the standard output, which in Lambda is the log. Nothing is shown. */
export async function heard<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly bytes: number }> {
  const { stdout } = process
  const write = stdout.write
  let bytes = 0
  stdout.write = (chunk: Uint8Array | string) => {
    bytes += Buffer.byteLength(chunk)
    return true
  }
  try {
    return { answer: await work(), bytes }
  } finally {
    stdout.write = write
  }
}
