/** The same values, of which the first is there already: what fails at once, fails here. */
export async function primed<T>(values: AsyncIterable<T>): Promise<AsyncIterator<T>> {
  const rest = values[Symbol.asyncIterator]()
  const first = await rest.next()
  async function* all() {
    if (first.done) return
    try {
      yield first.value
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
    } finally {
      await rest.return?.()
    }
  }
  return all()
}
